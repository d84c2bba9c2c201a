package io.github.heapwise.history;

import org.jspecify.annotations.Nullable;

/**
 * Rows that follow each other.
 *
 * @param next number of the row that comes next
 * @param missed rows that were asked for but are not kept any more
 * @param width how many values a row has
 * @param values the values, row after row
 */
public record RowRange(long next, long missed, int width, long[] values) {

	/**
	 * Return the rows as they are told.
	 * @param teller turns what is stored into what it stands for
	 * @return the rows, in the order they came; {@code null} is a number that is not
	 * known
	 */
	public @Nullable Number[][] tell(Teller teller) {
		@Nullable Number[][] rows = new Number[this.values.length / this.width][this.width];
		for (int i = 0; i < this.values.length; i++) {
			int column = i % this.width;
			rows[i / this.width][column] = teller.tell(column, this.values[i]);
		}
		return rows;
	}

	/**
	 * Knows what is stored in which column.
	 */
	@FunctionalInterface
	public interface Teller {

		/**
		 * Return what a stored value stands for.
		 * @param column index of the column
		 * @param value what is stored
		 * @return the number, {@code null} where it was not known
		 */
		@Nullable Number tell(int column, long value);

	}

}
