package io.github.heapwise.gc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pauses of a JVM by its own account: a file written with
 * {@code -Xlog:gc,gc+phases:file=...:uptimemillis}.
 *
 * @param pauses the pauses
 */
record GcLog(List<Pause> pauses) {

	// [1234ms] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 20M->10M(64M) 1.234ms
	private static final Pattern PAUSE = Pattern
		.compile("\\[(\\d+)ms\\] GC\\(\\d+\\) (?:[YOy]: )?(Pause .*?) (\\d+\\.\\d+)ms$");

	static GcLog read(Path file) throws IOException {
		return new GcLog(Files.readAllLines(file)
			.stream()
			.map(PAUSE::matcher)
			.filter(Matcher::find)
			.map((matcher) -> new Pause(Long.parseLong(matcher.group(1)), matcher.group(2),
					Double.parseDouble(matcher.group(3))))
			.toList());
	}

	GcLog between(long fromMillis, long toMillis) {
		return new GcLog(this.pauses.stream()
			.filter((pause) -> pause.endMillis() >= fromMillis && pause.endMillis() <= toMillis)
			.toList());
	}

	/**
	 * Leave out the pauses of concurrent cycles.
	 * @return pauses that collect
	 */
	GcLog collecting() {
		return new GcLog(this.pauses.stream()
			.filter((pause) -> pause.name().startsWith("Pause Young") || pause.name().startsWith("Pause Full"))
			.toList());
	}

	double millis() {
		return this.pauses.stream().mapToDouble(Pause::millis).sum();
	}

	/**
	 * A pause.
	 *
	 * @param endMillis when it ended, since the start of the JVM
	 * @param name what the JVM calls it
	 * @param millis how long it took
	 */
	record Pause(long endMillis, String name, double millis) {

	}

}
