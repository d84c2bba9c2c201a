package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Brings jobs to their end, whatever that is, and tells who wants to know.
 */
final class DumpRun {

	private final DumpJobs jobs;

	private final DumpCatalog catalog;

	private final Preflight preflight;

	private final DumpCapture capture;

	private final Consumer<StoredDump> onReady;

	private final Path directory;

	private final List<DumpListener> listeners;

	private final Consumer<String> onProblem;

	DumpRun(DumpJobs jobs, DumpCatalog catalog, Preflight preflight, DumpCapture capture, Consumer<StoredDump> onReady,
			Path directory, List<DumpListener> listeners, Consumer<String> onProblem) {
		this.jobs = jobs;
		this.catalog = catalog;
		this.preflight = preflight;
		this.capture = capture;
		this.onReady = onReady;
		this.directory = directory;
		this.listeners = List.copyOf(listeners);
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
		this.jobs.remove(job.id());
		if (job.cancelReason() != null) {
			this.catalog.delete(job.id());
			return;
		}
		tell(stored.dump());
		this.onReady.accept(stored);
	}

	private void fail(DumpJob job, Throwable cause) {
		String failure = FailureText.of(cause, this.directory);
		this.jobs.fail(job, failure);
		this.onProblem.accept("Heap dump '%s' failed in '%s': %s".formatted(job.id(), this.directory, cause));
		tell(job.dump(0));
	}

	private void tell(HeapDump dump) {
		for (DumpListener listener : this.listeners) {
			try {
				listener.ended(dump);
			}
			catch (RuntimeException | LinkageError ex) {
				this.onProblem.accept("A listener of heap dumps failed: " + ex);
			}
		}
	}

}
