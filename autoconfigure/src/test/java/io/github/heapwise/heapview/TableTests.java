package io.github.heapwise.heapview;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Table}, {@link TableQuery} and {@link TableOrder}.
 */
class TableTests {

	private static final TableOrder<String> ORDER = TableOrder.<String>of((text) -> text)
		.number("length", String::length)
		.name("name");

	@Test
	void pagesShareTheRows() {
		List<String> rows = List.of("a", "b", "c", "d", "e");
		assertThat(Table.page(rows, query(1, 2))).isEqualTo(new Table<>(List.of("a", "b"), 1, 3, 5));
		assertThat(Table.page(rows, query(3, 2))).isEqualTo(new Table<>(List.of("e"), 3, 3, 5));
		assertThat(Table.page(rows, query(4, 2))).isEqualTo(new Table<>(List.of(), 4, 3, 5));
		assertThat(Table.page(rows, query(Integer.MAX_VALUE, 1000))).extracting(Table::rows).isEqualTo(List.of());
		assertThat(Table.page(List.of(), query(1, 2))).isEqualTo(new Table<>(List.of(), 1, 1, 0));
	}

	@Test
	void rowsThatCannotBeAskedForCountAllTheSame() {
		assertThat(Table.of(List.of("a"), query(1, 10), 5_000_000_000L, 95))
			.isEqualTo(new Table<>(List.of("a"), 1, 10, 5_000_000_000L));
	}

	@Test
	void rowsComeByTheColumnThenByName() {
		List<String> rows = List.of("ccc", "a", "bb", "aa");
		assertThat(rows.stream().sorted(ORDER.of(sorted(null, false)))).containsExactly("ccc", "aa", "bb", "a");
		assertThat(rows.stream().sorted(ORDER.of(sorted("length", true)))).containsExactly("a", "aa", "bb", "ccc");
		assertThat(rows.stream().sorted(ORDER.of(sorted("name", false)))).containsExactly("ccc", "bb", "aa", "a");
	}

	@Test
	void sortWhenThereIsNoSuchColumnShouldNameThem() {
		assertThatIllegalArgumentException().isThrownBy(() -> ORDER.of(sorted("width", false)))
			.withMessage("'sort' must be one of [length, name] but was 'width'");
	}

	@Test
	void filterIsPartOfANameOfAnyCase() {
		TableQuery query = new TableQuery(1, 10, null, false, "HASHmap");
		assertThat(query.names()).accepts("java.util.HashMap", "java.util.HashMap$Node").rejects("java.util.Map");
		assertThat(TableQuery.FIRST.names()).accepts("");
	}

	@Test
	void queryWhenPageOrSizeIsOutOfRangeShouldReject() {
		assertThatIllegalArgumentException().isThrownBy(() -> query(0, 1))
			.withMessage("'page' must be positive but was 0");
		assertThatIllegalArgumentException().isThrownBy(() -> query(1, 1001))
			.withMessage("'size' must be from 1 to 1000 but was 1001");
	}

	private static TableQuery query(int page, int size) {
		return new TableQuery(page, size, null, false, "");
	}

	private static TableQuery sorted(String column, boolean ascending) {
		return new TableQuery(1, 100, column, ascending, "");
	}

}
