package com.example.names.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text in a frame, in ASCII: not every terminal that runs a build shows more.
 * <p>
 * The first column stands left, the figures in the others right.
 */
final class TextTable {

	private final List<List<String>> rows = new ArrayList<>();

	TextTable(String... head) {
		row(head);
	}

	TextTable row(String... cells) {
		this.rows.add(List.of(cells));
		return this;
	}

	@Override
	public String toString() {
		List<Integer> widths = widths();
		String rule = widths.stream()
			.map((width) -> "-".repeat(width + 2))
			.collect(Collectors.joining("+", "+", "+\n"));
		String head = line(this.rows.get(0), widths);
		String body = this.rows.stream().skip(1).map((row) -> line(row, widths)).collect(Collectors.joining());
		return rule + head + rule + body + rule;
	}

	private List<Integer> widths() {
		return IntStream.range(0, this.rows.get(0).size())
			.mapToObj((column) -> this.rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toList();
	}

	private static String line(List<String> row, List<Integer> widths) {
		return IntStream.range(0, row.size())
			.mapToObj((column) -> pad(row.get(column), widths.get(column), column == 0))
			.collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	private static String pad(String cell, int width, boolean left) {
		String space = " ".repeat(width - cell.length());
		return left ? cell + space : space + cell;
	}

}
