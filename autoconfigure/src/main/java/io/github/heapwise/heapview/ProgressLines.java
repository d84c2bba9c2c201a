package io.github.heapwise.heapview;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/**
 * Prints how much is done, some times a second at most.
 */
final class ProgressLines implements DoubleConsumer {

	private static final long MIN_INTERVAL_NANOS = 200_000_000;

	private final PrintStream out;

	private final String format;

	private long lastNanos = System.nanoTime() - MIN_INTERVAL_NANOS;

	private String last = "";

	/**
	 * Start with nothing printed.
	 * @param out where to print
	 * @param format what to print of a ratio
	 */
	ProgressLines(PrintStream out, String format) {
		this.out = out;
		this.format = format;
	}

	@Override
	public synchronized void accept(double ratio) {
		String line = String.format(Locale.ROOT, this.format, ratio);
		long now = System.nanoTime();
		if (now - this.lastNanos >= MIN_INTERVAL_NANOS && !line.equals(this.last)) {
			this.out.print(line);
			this.out.flush();
			this.last = line;
			this.lastNanos = now;
		}
	}

}
