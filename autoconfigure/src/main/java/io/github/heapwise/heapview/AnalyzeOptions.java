package io.github.heapwise.heapview;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Arguments of {@link AnalyzeHeapDump}.
 *
 * @param dump the dump
 * @param top how many classes to list
 * @param keepIndex whether to keep the index
 * @param indexDirectory where to work, {@code null} for beside the dump
 */
record AnalyzeOptions(Path dump, int top, boolean keepIndex, @Nullable Path indexDirectory) {

	private static final int USUAL_TOP = 20;

	/**
	 * Read arguments.
	 * @param args the arguments
	 * @return the options, empty if help is wanted
	 * @throws IllegalArgumentException if they are wrong, with why
	 */
	static Optional<AnalyzeOptions> parse(String... args) {
		Deque<String> rest = new ArrayDeque<>(List.of(args));
		Path dump = null;
		int top = USUAL_TOP;
		boolean keepIndex = false;
		Path indexDirectory = null;
		while (!rest.isEmpty()) {
			String argument = rest.remove();
			switch (argument) {
				case "--help", "-h" -> {
					return Optional.empty();
				}
				case "--top" -> top = top(valueOf(argument, rest));
				case "--keep-index" -> keepIndex = true;
				case "--index-dir" -> indexDirectory = Path.of(valueOf(argument, rest));
				default -> dump = dump(argument, dump);
			}
		}
		if (dump == null) {
			throw new IllegalArgumentException("A heap dump must be given");
		}
		return Optional.of(new AnalyzeOptions(dump, top, keepIndex, indexDirectory));
	}

	private static Path dump(String argument, @Nullable Path before) {
		if (argument.startsWith("--")) {
			throw new IllegalArgumentException("There is no option '%s'".formatted(argument));
		}
		if (before != null) {
			throw new IllegalArgumentException(
					"One heap dump must be given but there are '%s' and '%s'".formatted(before, argument));
		}
		return Path.of(argument);
	}

	private static String valueOf(String option, Deque<String> rest) {
		if (rest.isEmpty()) {
			throw new IllegalArgumentException("'%s' must be followed by a value".formatted(option));
		}
		return rest.remove();
	}

	private static int top(String text) {
		if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > TableQuery.MAX_SIZE) {
			throw new IllegalArgumentException(
					"'--top' must be from 1 to %d but was '%s'".formatted(TableQuery.MAX_SIZE, text));
		}
		return Integer.parseInt(text);
	}

}
