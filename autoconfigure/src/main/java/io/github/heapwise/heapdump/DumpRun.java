package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Brings jobs to their end, whatever that is.
 */
final class DumpRun {

	private final DumpJobs jobs;

	private final DumpCatalog catalog;

	private final Preflight preflight;

	private final DumpCapture capture;

	private final Announcements announcements;

	private final Path directory;

	private final Consumer<String> onProblem;

	DumpRun(DumpJobs jobs, DumpCatalog catalog, Preflight preflight, DumpCapture capture, Announcements announcements,
			Path directory, Consumer<String> onProblem) {
		this.jobs = jobs;
		this.catalog = catalog;
		this.preflight = preflight;
		this.capture = capture;
		this.announcements = announcements;
		this.directory = directory;
		this.onProblem = onProblem;
	}

	/**
	 * Take a dump. Never throws.
	 * @param job what to take
	 */
	void run(DumpJob job) {
		if (!job.begin()) {
			return;
		}
		try {
			// again: others may have been written since it was let in
			this.preflight.check(job.wish().live());
			ready(job, this.capture.capture(job));
		}
		catch (CancellationException ex) {
			this.jobs.remove(job.id());
		}
		// Out of memory is the most likely of all here.
		catch (Exception | Error ex) {
			fail(job, ex);
		}
	}

	private void ready(DumpJob job, StoredDump stored) {
		if (job.cancelReason() == null) {
			this.announcements.written(stored);
		}
		this.jobs.remove(job.id());
		// deleted between the last look at that and being there
		if (job.cancelReason() != null) {
			this.catalog.delete(job.id());
		}
		else {
			this.announcements.ready(stored);
		}
	}

	private void fail(DumpJob job, Throwable cause) {
		this.jobs.fail(job, FailureText.of(cause, this.directory));
		this.onProblem.accept("Heap dump '%s' failed in '%s': %s".formatted(job.id(), this.directory, cause));
		this.announcements.failed(job.dump(0));
	}

}
