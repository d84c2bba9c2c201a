package io.github.heapwise.jvm;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts the platform threads by name, without stopping any of them. Threads of a pool
 * differ in numbers only.
 */
public final class ThreadNames {

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final int MAX_LENGTH = 80;

	private ThreadNames() {
	}

	/**
	 * Count them, in about a microsecond a thread.
	 * @return how many there are of each name, with {@code #} for each number in it
	 */
	public static Map<String, Integer> count() {
		return LiveThreads.all()
			.map((thread) -> withoutNumbers(thread.getName()))
			.collect(Collectors.toMap((name) -> name, (name) -> 1, Integer::sum));
	}

	private static String withoutNumbers(String name) {
		return NUMBER.matcher((name.length() <= MAX_LENGTH) ? name : name.substring(0, MAX_LENGTH)).replaceAll("#");
	}

}
