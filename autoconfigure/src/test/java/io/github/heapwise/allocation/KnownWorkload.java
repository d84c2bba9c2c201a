package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.heapwise.allocation.KnownMix.Share;

/**
 * Threads that allocate at uneven rates what is known exactly: two that serve requests, a
 * batch with arrays up to many times a TLAB, one that boxes, and on demand a job that
 * allocates as much as all others together within 200 ms every 5 s.
 */
final class KnownWorkload implements AutoCloseable {

	/**
	 * Pool that all its threads belong to.
	 */
	static final String POOL = "known";

	private static final KnownMix REQUESTS = KnownMix.of(new Share(KnownFunction.SMALL_ARRAYS, 15),
			new Share(KnownFunction.COPIES, 10), new Share(KnownFunction.POINTS, 20),
			new Share(KnownFunction.BOXES, 15), new Share(KnownFunction.VARARGS, 10),
			new Share(KnownFunction.MEDIUM_ARRAYS, 15), new Share(KnownFunction.PAGES, 15));

	// small arrays follow each large one
	private static final KnownMix BATCH = KnownMix.of(new Share(KnownFunction.BUFFERS, 20),
			new Share(KnownFunction.LARGE_ARRAYS, 25), new Share(KnownFunction.HUGE_ARRAYS, 45),
			new Share(KnownFunction.POINTS, 10));

	private static final KnownMix BOXING = KnownMix.of(new Share(KnownFunction.BOXES, 50),
			new Share(KnownFunction.VARARGS, 50));

	private static final KnownMix JOB = KnownMix.of(new Share(KnownFunction.ROWS, 30),
			new Share(KnownFunction.TEXTS, 30), new Share(KnownFunction.SMALL_ARRAYS, 20),
			new Share(KnownFunction.PAGES, 20));

	private final List<KnownWorker> workers = new ArrayList<>();

	/**
	 * Start the threads, which wait for {@link #resume()}.
	 * @param bytesPerSecond what all of them allocate together
	 * @param bursty whether half of it comes in bursts
	 */
	KnownWorkload(long bytesPerSecond, boolean bursty) {
		double steady = bursty ? bytesPerSecond / 2.0 : bytesPerSecond;
		add(REQUESTS, steady * 6 / 16, false);
		add(REQUESTS, steady * 3 / 16, false);
		add(BATCH, steady * 5 / 16, false);
		add(BOXING, steady * 2 / 16, false);
		if (bursty) {
			add(JOB, steady, true);
		}
	}

	void resume() {
		this.workers.forEach(KnownWorker::resume);
	}

	/**
	 * Stop allocating until {@link #resume()}. Returns once all threads wait.
	 */
	void pause() throws InterruptedException {
		for (KnownWorker worker : this.workers) {
			worker.pause();
		}
	}

	/**
	 * Return what has been allocated so far.
	 * @return bytes by function
	 */
	Map<KnownFunction, Long> truth() {
		Map<KnownFunction, Long> truth = new EnumMap<>(KnownFunction.class);
		for (KnownFunction function : KnownFunction.values()) {
			long calls = this.workers.stream().mapToLong((worker) -> worker.calls(function)).sum();
			truth.put(function, calls * function.bytes());
		}
		return truth;
	}

	@Override
	public void close() {
		this.workers.forEach(KnownWorker::close);
	}

	private void add(KnownMix mix, double bytesPerSecond, boolean bursty) {
		this.workers.add(new KnownWorker(POOL + "-" + this.workers.size(), mix, bytesPerSecond, bursty));
	}

}
