package io.github.heapwise.diagnosis;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.OwnThread;
import io.github.heapwise.os.OpenFiles;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the diagnosis needs and no other feature does: some numbers each second,
 * kept for ten minutes, and those that move slowly each ten seconds, kept for an hour.
 * One thread, 42 KB. Thread-safe.
 */
public final class ProcessReadings implements AutoCloseable {

	private static final int FAST_ROWS = 600;

	private static final int SLOW_ROWS = 360;

	private static final int SECONDS_PER_SLOW_ROW = 10;

	private final Path root;

	private final Clock clock;

	private final ReadingHistory fast = new ReadingHistory(FAST_ROWS, FastReadings.ORDER.size());

	private final ReadingHistory slow = new ReadingHistory(SLOW_ROWS, SlowReadings.ORDER.size());

	private @Nullable OwnThread thread;

	/**
	 * Create an instance that reads nothing yet.
	 * @param root where {@code /proc} and {@code /sys} lie
	 * @param clock tells the time
	 */
	public ProcessReadings(Path root, Clock clock) {
		this.root = root;
		this.clock = clock;
	}

	/**
	 * Read from now on.
	 */
	public synchronized void start() {
		if (this.thread == null) {
			this.thread = new OwnThread("readings", this::run);
			this.thread.start();
		}
	}

	/**
	 * Stop reading. What was read is kept.
	 */
	@Override
	public synchronized void close() {
		if (this.thread != null) {
			this.thread.close();
			this.thread = null;
		}
	}

	/**
	 * Return what was read. Some 10 microseconds.
	 * @param reading which number
	 * @return its values, none where it is not known here
	 */
	public Series series(Reading reading) {
		return reading.isFast() ? this.fast.series(FastReadings.ORDER.indexOf(reading))
				: this.slow.series(SlowReadings.ORDER.indexOf(reading));
	}

	/**
	 * Return the heap that readings take up.
	 * @return bytes
	 */
	public long heapBytes() {
		return this.fast.heapBytes() + this.slow.heapBytes();
	}

	private void run(OwnThread self) {
		FastReadings fastReadings = new FastReadings(this.root, System.nanoTime());
		SlowReadings slowReadings = new SlowReadings(new OpenFiles());
		for (int second = 0; self.sleep((second > 0) ? TimeUnit.SECONDS.toNanos(1) : 0); second++) {
			read(second, fastReadings, slowReadings);
		}
	}

	private void read(int second, FastReadings fastReadings, SlowReadings slowReadings) {
		if (second > 0) {
			attempt(() -> addFast(fastReadings.read(System.nanoTime())));
		}
		if (second % SECONDS_PER_SLOW_ROW == 0) {
			attempt(fastReadings::lookForThreads);
			attempt(() -> addSlow(slowReadings.read()));
		}
	}

	private static void attempt(Runnable reading) {
		try {
			reading.run();
		}
		catch (RuntimeException | Error ex) {
			// The next time may succeed, also after memory ran out.
		}
	}

	private void addFast(double[] numbers) {
		this.fast.add(this.clock.millis(), (column) -> numbers[column]);
	}

	private void addSlow(double[] numbers) {
		this.slow.add(this.clock.millis(), (column) -> numbers[column]);
	}

}
