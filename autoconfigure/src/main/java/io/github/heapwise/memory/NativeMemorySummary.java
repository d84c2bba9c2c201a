package io.github.heapwise.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.heapwise.memory.NativeMemory.Category;
import org.jspecify.annotations.Nullable;

/**
 * Parses what {@code VM.native_memory summary} prints, on JDK 17 to 25. It is text for
 * humans and may change, so it is taken only where its parts add up to its total.
 */
final class NativeMemorySummary {

	// Total: reserved=1710656KB, committed=337412KB
	private static final Pattern TOTAL = Pattern.compile("Total: +reserved=(\\d{1,15})KB, +committed=(\\d{1,15})KB");

	// - Shared class space (reserved=16384KB, committed=13908KB, readonly=0KB)
	private static final Pattern CATEGORY = Pattern
		.compile("- +(\\S.*\\S) \\(reserved=(\\d{1,15})KB, +committed=(\\d{1,15})KB(, \\w+=\\d+KB)*\\)");

	// Every part is rounded to kilobytes, those below one are left out.
	private static final long ROUNDING_BYTES = 100 << 10;

	private NativeMemorySummary() {
	}

	/**
	 * Parse a summary.
	 * @param text what the JVM printed
	 * @return the categories, the largest first
	 * @throws IllegalArgumentException if it is anything else than expected, with the
	 * line or the sums in the message
	 */
	static List<Category> parse(String text) {
		Category total = null;
		List<Category> categories = new ArrayList<>();
		for (String line : text.lines().map(String::strip).toList()) {
			if (line.startsWith("Total:")) {
				Matcher matcher = match(TOTAL, line);
				total = new Category("Total", bytes(matcher.group(1)), bytes(matcher.group(2)));
			}
			else if (line.startsWith("-")) {
				Matcher matcher = match(CATEGORY, line);
				categories.add(new Category(matcher.group(1), bytes(matcher.group(2)), bytes(matcher.group(3))));
			}
		}
		check(total, categories, text);
		categories.sort(Comparator.comparingLong(Category::committedBytes).reversed());
		return categories;
	}

	private static Matcher match(Pattern pattern, String line) {
		Matcher matcher = pattern.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("unexpected line '%s'".formatted(line));
		}
		return matcher;
	}

	private static void check(@Nullable Category total, List<Category> categories, String text) {
		if (total == null) {
			String start = text.strip().lines().findFirst().orElse("");
			throw new IllegalArgumentException("no total, the JVM says '%s'".formatted(start));
		}
		long committed = categories.stream().mapToLong(Category::committedBytes).sum();
		if (Math.abs(committed - total.committedBytes()) > ROUNDING_BYTES) {
			throw new IllegalArgumentException(
					"%d bytes committed but categories add up to %d".formatted(total.committedBytes(), committed));
		}
	}

	private static long bytes(String kilobytes) {
		return Long.parseLong(kilobytes) << 10;
	}

}
