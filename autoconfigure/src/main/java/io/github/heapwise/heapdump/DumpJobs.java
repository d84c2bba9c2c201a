package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;

/**
 * The dumps that are under way, and the last that failed. Thread-safe.
 */
final class DumpJobs {

	/**
	 * How many may wait besides the one that is being written.
	 */
	static final int MAX_WAITING = 3;

	private static final int MAX_FAILED = 20;

	private final Map<String, DumpJob> jobsById = new LinkedHashMap<>();

	/**
	 * Let a job in.
	 * @param job the job
	 * @throws HeapDumpRefusedException if too many wait already
	 */
	synchronized void admit(DumpJob job) {
		long working = this.jobsById.values().stream().filter(DumpJobs::isWorking).count();
		if (working > MAX_WAITING) {
			throw new HeapDumpRefusedException(Cause.BUSY,
					"Heap dump not started: %d are being written or wait already. Try again when they are done"
						.formatted(working),
					retryAfter());
		}
		this.jobsById.put(job.id(), job);
	}

	synchronized Optional<DumpJob> find(String id) {
		return Optional.ofNullable(this.jobsById.get(id));
	}

	/**
	 * Return all.
	 * @return the newest first
	 */
	synchronized List<DumpJob> all() {
		List<DumpJob> newestFirst = new ArrayList<>();
		this.jobsById.values().forEach((job) -> newestFirst.add(0, job));
		return newestFirst;
	}

	synchronized void remove(String id) {
		this.jobsById.remove(id);
	}

	/**
	 * Keep a job that failed, and not more of them than somebody will read.
	 * @param job the job
	 * @param reason why it failed
	 */
	synchronized void fail(DumpJob job, String reason) {
		job.fail(reason);
		long failed = this.jobsById.values().stream().filter((each) -> !isWorking(each)).count();
		Iterator<DumpJob> oldestFirst = this.jobsById.values().iterator();
		while (failed > MAX_FAILED && oldestFirst.hasNext()) {
			if (!isWorking(oldestFirst.next())) {
				oldestFirst.remove();
				failed--;
			}
		}
	}

	private static boolean isWorking(DumpJob job) {
		return job.state() != DumpState.FAILED;
	}

	// The first of them is done then, if estimates hold.
	private Duration retryAfter() {
		return this.jobsById.values()
			.stream()
			.filter(DumpJobs::isWorking)
			.findFirst()
			.map((job) -> job.wish().estimate())
			.map((estimate) -> Duration.ofMillis(estimate.pauseMillis()).plusSeconds(1))
			.orElse(Duration.ofSeconds(1));
	}

}
