package io.github.heapwise.allocation;

import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Thread that allocates a mix at a rate, in steps of 10 ms: in all of them, or in bursts
 * in the first 200 ms of every 5 s.
 */
final class KnownWorker implements AutoCloseable {

	private static final long STEP_NANOS = 10_000_000;

	private static final int STEPS_PER_PERIOD = 500;

	private static final int STEPS_PER_BURST = 20;

	private static final int SMALL_AFTER_LARGE = 1000;

	private final KnownMix mix;

	private final double bytesPerStep;

	private final int activeSteps;

	private final SplittableRandom random;

	private final KnownAllocations allocations = new KnownAllocations();

	private final AtomicLongArray calls = new AtomicLongArray(KnownFunction.values().length);

	private final Semaphore mayRun = new Semaphore(0);

	private final Thread thread;

	private double surplus;

	KnownWorker(String name, KnownMix mix, double bytesPerSecond, boolean bursty) {
		this.mix = mix;
		this.activeSteps = bursty ? STEPS_PER_BURST : STEPS_PER_PERIOD;
		this.bytesPerStep = bytesPerSecond * STEP_NANOS / 1e9 * STEPS_PER_PERIOD / this.activeSteps;
		this.random = new SplittableRandom(name.hashCode());
		this.thread = new Thread(this::run, name);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	void resume() {
		this.mayRun.release();
	}

	void pause() throws InterruptedException {
		this.mayRun.acquire();
	}

	long calls(KnownFunction function) {
		return this.calls.get(function.ordinal());
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

	private void run() {
		try {
			for (int step = 0; true; step = (step + 1) % STEPS_PER_PERIOD) {
				this.mayRun.acquire();
				long began = System.nanoTime();
				allocate((step < this.activeSteps) ? this.bytesPerStep : 0);
				this.mayRun.release();
				LockSupport.parkNanos(began + STEP_NANOS - System.nanoTime());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void allocate(double bytes) {
		while (this.surplus < bytes) {
			this.surplus += allocateOnce();
		}
		this.surplus -= bytes;
	}

	private long allocateOnce() {
		KnownFunction function = this.mix.next(this.random);
		long bytes = call(function);
		if (function == KnownFunction.LARGE_ARRAYS) {
			for (int i = 0; i < SMALL_AFTER_LARGE; i++) {
				bytes += call(KnownFunction.SMALL_AFTER_LARGE);
			}
		}
		return bytes;
	}

	private long call(KnownFunction function) {
		function.run(this.allocations);
		this.calls.lazySet(function.ordinal(), this.calls.getPlain(function.ordinal()) + 1);
		return function.bytes();
	}

}
