package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.heapdump.AnalysisSettings.Mode;
import io.github.heapwise.heapdump.DumpAnalysis.State;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.heapgraph.HeapTotals;
import org.jspecify.annotations.Nullable;

/**
 * Analyses dumps of a directory, on a thread that is there while it has something to do:
 * the next dump waits for no analysis. What is done is kept beside the dump, also for the
 * next process.
 */
final class LocalHeapDumpAnalyses implements HeapDumpAnalyses, AutoCloseable {

	private static final long MAX_WAIT_SECONDS = 5;

	private final AnalysisSettings settings;

	private final DumpCatalog catalog;

	private final AnalysisPreflight preflight;

	private final AnalysisRun run;

	private final Runnable onEnd;

	private final AnalysisJobs jobs = new AnalysisJobs();

	private final DumpIndexes indexes = new DumpIndexes();

	private final DumpQuestions questions;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), (task) -> DumpThreads.create(task, "heapdump-analysis"));

	/**
	 * Create it. Nothing is started before the first analysis.
	 * @param settings how to analyse
	 * @param catalog where the dumps are
	 * @param preflight looks at what an analysis would cost
	 * @param run analyses a dump
	 * @param onEnd called after each: more of the disk is in use
	 */
	LocalHeapDumpAnalyses(AnalysisSettings settings, DumpCatalog catalog, AnalysisPreflight preflight, AnalysisRun run,
			Runnable onEnd) {
		this.settings = settings;
		this.catalog = catalog;
		this.preflight = preflight;
		this.run = run;
		this.onEnd = onEnd;
		this.questions = new DumpQuestions(settings.showValues());
		this.executor.allowCoreThreadTimeOut(true);
	}

	@Override
	public DumpAnalysis analysis(String id) {
		Optional<AnalysisJob> job = this.jobs.find(id);
		if (job.filter(AnalysisJob::isWorking).isPresent()) {
			return job.get().analysis();
		}
		Optional<DumpAnalysis> ended = job.map(AnalysisJob::analysis);
		HeapTotals totals = DumpId.isValid(id) ? this.indexes.totals(this.catalog.file(id)) : null;
		if (totals != null) {
			String remark = ended.filter((analysis) -> analysis.state() == State.DONE)
				.map(DumpAnalysis::reason)
				.orElse(null);
			return new DumpAnalysis(State.DONE, 1, remark, totals, DumpIndexes.bytes(this.catalog.file(id)));
		}
		return ended.filter((analysis) -> analysis.state() != State.DONE).orElse(DumpAnalysis.NONE);
	}

	@Override
	public Optional<DumpAnalysis> analyse(String id) {
		Optional<StoredDump> stored = this.catalog.find(id);
		stored.ifPresent(this::request);
		return stored.map((dump) -> analysis(id));
	}

	@Override
	public <T> Optional<T> ask(String id, Question<T> question) throws IOException {
		Optional<DumpLease> lease = this.catalog.lease(id);
		if (lease.isEmpty()) {
			return Optional.empty();
		}
		try (DumpLease dump = lease.get()) {
			return (analysis(id).state() == State.DONE) ? Optional.of(ask(id, dump.file(), question))
					: Optional.empty();
		}
	}

	/**
	 * Analyse a dump that has been written, if all are.
	 * @param stored the dump
	 */
	void written(StoredDump stored) {
		if (isAutomatic()) {
			queue(stored.id());
		}
	}

	/**
	 * Return whether every dump is analysed.
	 * @return whether one that is written is not ready yet
	 */
	boolean isAutomatic() {
		return this.settings.automatic() && this.settings.mode() != Mode.OFF;
	}

	/**
	 * Return how far an analysis is. Reads no file.
	 * @param id id of a dump
	 * @return from 0 to 1, {@code null} if it is not being analysed
	 */
	@Nullable Double progressRatio(String id) {
		return this.jobs.find(id)
			.filter(AnalysisJob::isWorking)
			.map((job) -> job.analysis().progressRatio())
			.orElse(null);
	}

	/**
	 * Have an analysis end, and forget what became of earlier ones.
	 * @param id id of a dump
	 */
	void cancel(String id) {
		this.jobs.find(id).ifPresent((job) -> {
			job.cancel("The dump is not wanted any more");
			this.jobs.remove(job);
		});
	}

	/**
	 * Analyse no more. Waits for what is under way to stop, at most 5 seconds.
	 */
	@Override
	public void close() {
		this.jobs.all().forEach((job) -> job.cancel("The application is being stopped"));
		this.executor.shutdown();
		try {
			this.executor.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void request(StoredDump stored) {
		DumpAnalysis known = analysis(stored.id());
		if (known.state() == State.DONE || known.state() == State.QUEUED || known.state() == State.RUNNING) {
			return;
		}
		if (this.settings.mode() == Mode.OFF) {
			throw new HeapDumpRefusedException(Cause.UNAVAILABLE,
					"Heap dump not analysed: 'heapwise.heapdump.analysis.mode' is 'off'", null);
		}
		try {
			this.preflight.check(stored);
		}
		catch (IOException ex) {
			throw new HeapDumpRefusedException(Cause.UNAVAILABLE,
					"Heap dump not analysed: its directory cannot be used", null);
		}
		if (!queue(stored.id())) {
			throw new HeapDumpRefusedException(Cause.BUSY,
					"Heap dump not analysed: too many wait already, or no thread can be started for it", null);
		}
	}

	private boolean queue(String id) {
		AnalysisJob job = this.jobs.admit(id);
		try {
			if (job != null) {
				this.executor.execute(() -> run(job));
			}
			return this.jobs.find(id).isPresent();
		}
		// The latter: no thread can be started.
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			cancel(id);
			return false;
		}
	}

	private void run(AnalysisJob job) {
		this.run.run(job);
		if (job.isCancelled()) {
			this.jobs.remove(job);
		}
		this.onEnd.run();
	}

	private <T> T ask(String id, Path dump, Question<T> question) throws IOException {
		try {
			return this.questions.ask(dump, question);
		}
		catch (IOException ex) {
			if (isDamage(ex) && !this.questions.isReadableWithin(dump) && progressRatio(id) == null) {
				this.indexes.discard(dump);
				throw new UnreadableAnalysisException(ex);
			}
			throw ex;
		}
	}

	// Too many open files, say, are no damage, nor that the application is being stopped.
	private static boolean isDamage(IOException ex) {
		return ex instanceof NoSuchFileException || !(ex instanceof FileSystemException
				|| ex instanceof UnreadableAnalysisException || ex instanceof ClosedByInterruptException);
	}

}
