package io.github.heapwise.heapview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The report about texts that are there several times, see {@link Duplicates}.
 *
 * @param strings how many reachable strings there are
 * @param distinctStrings how many different texts they have
 * @param bytes what they take, arrays included
 * @param wastedBytes what would be saved if each text were there once
 * @param unavailableReason why nothing is known, {@code null} where it is
 * @param rows the texts that waste most, without their values
 */
record DuplicateTexts(long strings, long distinctStrings, long bytes, long wastedBytes,
		@Nullable String unavailableReason, List<DuplicateRow> rows) {

	private static final TableOrder<DuplicateRow> ORDER = TableOrder.of(DuplicateRow::node)
		.number("wastedBytes", DuplicateRow::wastedBytes)
		.number("bytes", DuplicateRow::bytes)
		.number("copies", DuplicateRow::copies)
		.number("length", DuplicateRow::length);

	/**
	 * Return a report that says why there is none.
	 * @param strings how many reachable strings there are
	 * @param bytes what they take, as far as known
	 * @param reason why nothing is known
	 * @return the report
	 */
	static DuplicateTexts unavailable(long strings, long bytes, String reason) {
		return new DuplicateTexts(strings, 0, bytes, 0, reason, List.of());
	}

	/**
	 * Answer from this report.
	 * @param query which page
	 * @return the page, without values
	 */
	Duplicates page(TableQuery query) {
		List<DuplicateRow> sorted = this.rows.stream().sorted(ORDER.of(query)).toList();
		return new Duplicates(this.strings, this.distinctStrings, this.bytes, this.wastedBytes, this.unavailableReason,
				Table.page(sorted, query));
	}

}
