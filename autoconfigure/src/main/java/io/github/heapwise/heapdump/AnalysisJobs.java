package io.github.heapwise.heapdump;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The analyses that are under way, and the last that ended. Thread-safe.
 */
final class AnalysisJobs {

	private static final int MAX_JOBS = 200;

	private final Map<String, AnalysisJob> jobsById = new LinkedHashMap<>();

	/**
	 * Let a dump in.
	 * @param id id of the dump
	 * @return the new job, {@code null} if there is one already or are too many
	 */
	synchronized @Nullable AnalysisJob admit(String id) {
		AnalysisJob known = this.jobsById.remove(id);
		if (known != null && known.isWorking()) {
			this.jobsById.put(id, known);
			return null;
		}
		makeRoom();
		if (this.jobsById.size() >= MAX_JOBS) {
			return null;
		}
		AnalysisJob job = new AnalysisJob(id);
		this.jobsById.put(id, job);
		return job;
	}

	synchronized Optional<AnalysisJob> find(String id) {
		return Optional.ofNullable(this.jobsById.get(id));
	}

	synchronized List<AnalysisJob> all() {
		return List.copyOf(this.jobsById.values());
	}

	synchronized void remove(AnalysisJob job) {
		this.jobsById.remove(job.id(), job);
	}

	private void makeRoom() {
		Iterator<AnalysisJob> oldestFirst = this.jobsById.values().iterator();
		while (this.jobsById.size() >= MAX_JOBS && oldestFirst.hasNext()) {
			if (!oldestFirst.next().isWorking()) {
				oldestFirst.remove();
			}
		}
	}

}
