package io.github.heapwise.memory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.jvm.OwnThread;
import io.github.heapwise.os.KernelFile;
import org.jspecify.annotations.Nullable;

/**
 * Watches what the process holds: reads it when asked, and samples it all the time on a
 * thread of its own, for a small part of a millisecond each time.
 * <p>
 * Thread-safe. Nothing it does fails or blocks the application. It may be started again
 * after it was closed; the history goes on.
 */
public final class MemoryMonitor implements AutoCloseable {

	private final MemoryReader reader;

	private final MemorySampler sampler;

	private final MemoryHistory history;

	private final Beat beat;

	private final Clock clock;

	private final Consumer<String> onProblem;

	private @Nullable OwnThread sampling;

	private volatile @Nullable MemorySample latest;

	private volatile boolean reported;

	/**
	 * Create a monitor that does not sample yet.
	 * @param history where samples go
	 * @param heapUses what the parts of Heapwise keep
	 * @param clock tells the time
	 * @param onProblem told in a sentence, once, if a sample cannot be taken
	 */
	public MemoryMonitor(MemoryHistory history, Collection<HeapUse> heapUses, Clock clock, Consumer<String> onProblem) {
		this.reader = new MemoryReader(Path.of("/"));
		this.sampler = new MemorySampler(this.reader, new OverheadMeter(heapUses));
		this.history = history;
		this.beat = new Beat(history.interval());
		this.clock = clock;
		this.onProblem = onProblem;
	}

	/**
	 * Start sampling. Returns at once; the first sample is taken at the next mark of the
	 * clock but half an interval from now.
	 */
	public synchronized void start() {
		if (this.sampling == null) {
			this.sampling = new OwnThread("memory", this::run);
			this.sampling.start();
		}
	}

	/**
	 * Stop sampling. Waits for a sample that is being taken.
	 */
	@Override
	public synchronized void close() {
		if (this.sampling != null) {
			this.sampling.close();
			this.sampling = null;
		}
	}

	/**
	 * Read what the process holds now, but for rates and Heapwise's own cost, which are
	 * those last sampled, and native memory, which is asked for every 10 seconds. Costs
	 * some 100 microseconds.
	 * @return what the process holds
	 */
	public MemorySnapshot read() {
		return this.reader.snapshot(this.clock.instant(), this.latest);
	}

	/**
	 * Read what all threads allocated since the start.
	 * @return bytes, negative where this JVM does not tell
	 */
	long allocatedBytes() {
		return this.reader.allocatedBytes();
	}

	/**
	 * Return a number of the last sample.
	 * @param number which one
	 * @return the number, not a number where it is unknown or nothing was sampled yet
	 */
	double sampled(ToLongFunction<MemorySample> number) {
		MemorySample sample = this.latest;
		long value = (sample != null) ? number.applyAsLong(sample) : KernelFile.UNKNOWN;
		return (value != KernelFile.UNKNOWN) ? value : Double.NaN;
	}

	/**
	 * Return what Heapwise cost when it was last measured.
	 * @return the cost
	 */
	Overhead overhead() {
		MemorySample sample = this.latest;
		return (sample != null) ? sample.overhead() : Overhead.UNKNOWN;
	}

	private void run(OwnThread self) {
		guarded(() -> this.sampler.begin(System.nanoTime()));
		while (self.sleep(TimeUnit.MILLISECONDS.toNanos(this.beat.millisToNext(this.clock.millis())))) {
			guarded(this::sample);
		}
	}

	private void sample() {
		MemorySample sample = this.sampler.sample(this.beat.nearest(this.clock.millis()), System.nanoTime());
		this.latest = sample;
		this.history.add(sample);
	}

	private void guarded(Runnable task) {
		try {
			task.run();
		}
		// The next sample may succeed, also after memory ran out.
		catch (RuntimeException | Error ex) {
			report(ex);
		}
	}

	private void report(Throwable cause) {
		if (!this.reported) {
			this.reported = true;
			try {
				this.onProblem.accept("Memory could not be sampled, the history has a gap: " + cause
						+ ". It is tried again each time, and not reported again");
			}
			catch (RuntimeException | Error ex) {
				// there is no memory to say so
			}
		}
	}

}
