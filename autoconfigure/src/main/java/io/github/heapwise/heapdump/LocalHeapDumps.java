package io.github.heapwise.heapdump;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.heapwise.heapdump.AnalysisSettings.Mode;
import io.github.heapwise.heapdump.DumpEstimator.Sized;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.heapdump.analysis.DumpAnalyzer;
import io.github.heapwise.heapdump.analysis.DumpAnalyzers;
import io.github.heapwise.os.MemoryLimits;

/**
 * Dumps of this JVM in a directory of this machine. One thread writes them, one after the
 * other; it is there from the first dump on. Nothing is kept in memory but what is under
 * way and what failed. A process that shares the directory sees the same dumps, but not
 * who reads them here.
 */
public final class LocalHeapDumps implements HeapDumps, AutoCloseable {

	private static final String STOPPED = "Heap dump not started: the application is being stopped";

	private final Clock clock;

	private final Consumer<String> onProblem;

	private final DumpWriter writer;

	private final DumpDirectory directory;

	private final DumpCatalog catalog;

	private final DumpJobs jobs = new DumpJobs();

	private final Redactions redactions;

	private final DumpContents contents;

	private final DumpCopies copies;

	private final Preflight preflight;

	private final DumpCapture capture;

	private final OutOfMemoryDumps outOfMemory;

	private final LocalHeapDumpAnalyses analyses;

	private final DumpWorker worker;

	private volatile boolean closed;

	private long lastSequence;

	/**
	 * Create it. Nothing is written before the first dump.
	 * @param settings how to take and keep dumps
	 * @param limits what the process may use
	 * @param redactor takes values out of dumps
	 * @param stores where finished dumps are copied to
	 * @param listeners told of each dump
	 * @param clock tells the time
	 * @param onProblem told in a sentence what does not work; it may name paths
	 */
	public LocalHeapDumps(HeapDumpSettings settings, MemoryLimits limits, DumpRedactor redactor,
			List<HeapDumpStore> stores, List<DumpListener> listeners, Clock clock, Consumer<String> onProblem) {
		this(settings, limits, redactor, stores, listeners, clock, onProblem, new DiagnosticDumpWriter(),
				analyzer(settings.analysis().mode(), onProblem));
	}

	LocalHeapDumps(HeapDumpSettings settings, MemoryLimits limits, DumpRedactor redactor, List<HeapDumpStore> stores,
			List<DumpListener> listeners, Clock clock, Consumer<String> onProblem, DumpWriter writer,
			DumpAnalyzer analyzer) {
		this.clock = clock;
		this.onProblem = onProblem;
		this.writer = writer;
		this.directory = new DumpDirectory(settings.directory());
		this.catalog = new DumpCatalog(this.directory);
		this.redactions = new Redactions(redactor);
		this.contents = new DumpContents(this.catalog, this.redactions);
		this.copies = new DumpCopies(stores, this.catalog, this.contents::withoutValues, onProblem);
		Machine machine = Machine.current();
		this.preflight = new Preflight(this.directory, this.catalog,
				new DumpEstimator(machine, settings.redactAtCapture()), new DumpRules(settings), limits);
		DumpCompletion completion = new DumpCompletion(this.catalog, settings.redactAtCapture() ? redactor : null);
		this.capture = new DumpCapture(this.directory, writer, completion, machine, settings.application(), clock);
		this.outOfMemory = new OutOfMemoryDumps(this.directory, completion, machine, settings.application(),
				this::nextSequence);
		this.analyses = analyses(settings, limits, analyzer);
		Announcements announcements = new Announcements(listeners, this.copies, this.analyses::written, onProblem);
		this.worker = new DumpWorker(
				new DumpRun(this.jobs, this.catalog, this.preflight, this.capture, announcements, this.directory.path(),
						onProblem),
				new Housekeeping(this.directory, this.catalog, this.outOfMemory,
						new Retention(settings.retention(), this.catalog::bytes), announcements, clock),
				onProblem);
	}

	/**
	 * Put the directory in order, if there is one. Returns at once.
	 */
	public void start() {
		if (this.directory.isPresent()) {
			this.worker.begin();
		}
	}

	/**
	 * Take no more dumps. Waits for one that is being written, at most 5 seconds; one
	 * that is queued is dropped.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.jobs.all().forEach((job) -> job.cancel("The application is being stopped"));
		this.analyses.close();
		this.redactions.close();
		this.copies.close();
		this.worker.close();
		this.directory.close();
	}

	@Override
	public HeapDump request(DumpOrder order) {
		String unavailable = this.writer.unavailableReason();
		if (unavailable != null) {
			throw new HeapDumpRefusedException(Cause.UNAVAILABLE, unavailable, null);
		}
		if (this.closed) {
			throw stopped();
		}
		DumpJob job = admit(order, check(order));
		if (!this.worker.take(job)) {
			this.jobs.remove(job.id());
			throw stopped();
		}
		return job.wish();
	}

	@Override
	public DumpEstimate estimate(boolean live) {
		return this.preflight.estimate(live).estimate();
	}

	@Override
	public List<HeapDump> all() {
		// In this order: a job ends after its dump is there.
		List<HeapDump> unfinished = this.jobs.all().stream().map(this::dump).toList();
		List<HeapDump> all = new ArrayList<>();
		List<HeapDump> finished = this.catalog.all().stream().map(this::dump).toList();
		Set<String> finishedIds = finished.stream().map(HeapDump::id).collect(Collectors.toSet());
		unfinished.stream().filter((dump) -> !finishedIds.contains(dump.id())).forEach(all::add);
		all.addAll(finished);
		return all;
	}

	@Override
	public Optional<HeapDump> find(String id) {
		Optional<HeapDump> unfinished = this.jobs.find(id).map(this::dump);
		return this.catalog.find(id).map(this::dump).or(() -> unfinished);
	}

	@Override
	public boolean delete(String id) {
		Optional<DumpJob> job = this.jobs.find(id);
		job.ifPresent((unfinished) -> {
			unfinished.cancel("The dump is not wanted any more");
			if (unfinished.state() != DumpState.DUMPING) {
				this.jobs.remove(id);
			}
		});
		this.analyses.cancel(id);
		return this.catalog.delete(id) || job.isPresent();
	}

	@Override
	public Optional<DumpContent> open(String id, boolean raw) {
		return this.contents.open(id, raw);
	}

	/**
	 * Return what analyses the dumps.
	 * @return analyses of the dumps here
	 */
	public HeapDumpAnalyses analyses() {
		return this.analyses;
	}

	/**
	 * Return where the JVM shall write to when it is out of memory. What is there is made
	 * a dump like others within the hour, or by the next process.
	 * @return the target
	 */
	public OutOfMemoryTarget outOfMemoryTarget() {
		return this.outOfMemory;
	}

	private static DumpAnalyzer analyzer(Mode mode, Consumer<String> onProblem) {
		return switch (mode) {
			case AUTO, OFF -> DumpAnalyzers.inChildIfPossible(onProblem);
			case CHILD -> DumpAnalyzers.inChild();
			case IN_PROCESS -> DumpAnalyzers.inProcess();
		};
	}

	private LocalHeapDumpAnalyses analyses(HeapDumpSettings settings, MemoryLimits limits, DumpAnalyzer analyzer) {
		AnalysisSettings analysis = settings.analysis();
		AnalysisRules rules = new AnalysisRules(analysis.mode() != Mode.IN_PROCESS, settings.minFreeDiskBytes());
		AnalysisPreflight before = new AnalysisPreflight(this.directory, rules, limits);
		return new LocalHeapDumpAnalyses(analysis, this.catalog, before,
				new AnalysisRun(this.directory, this.catalog, before, analyzer, analysis.timeout(), this.onProblem),
				this::retain);
	}

	private void retain() {
		this.worker.retain();
	}

	private static HeapDumpRefusedException stopped() {
		return new HeapDumpRefusedException(Cause.UNAVAILABLE, STOPPED, null);
	}

	private Sized check(DumpOrder order) {
		try {
			return this.preflight.check(order.live());
		}
		catch (HeapDumpRefusedException ex) {
			// What asks by itself asks again, and says once itself that it is refused.
			if (order.trigger().isRequest()) {
				this.onProblem.accept("%s (in '%s')".formatted(ex.getMessage(), this.directory.path()));
			}
			throw ex;
		}
		catch (IOException ex) {
			this.onProblem.accept("Heap dump not started in '%s': %s".formatted(this.directory.path(), ex));
			throw new HeapDumpRefusedException(Cause.UNAVAILABLE, FailureText.of(ex, this.directory.path()), null);
		}
	}

	private synchronized DumpJob admit(DumpOrder order, Sized sized) {
		Instant now = this.clock.instant();
		HeapDump wish = new HeapDump(DumpId.at(now), order.trigger(), DumpText.of(order.reason()), order.live(), now,
				DumpState.QUEUED, 0, sized.estimate(), null, null);
		DumpJob job = new DumpJob(nextSequence(), wish, sized.estimate().diskBytes());
		this.jobs.admit(job);
		return job;
	}

	@Override
	public boolean isOwn(String id) {
		return this.catalog.find(id).filter((stored) -> OwnerToken.isOfThisJvm(stored.owner())).isPresent();
	}

	private synchronized long nextSequence() {
		long stored = this.catalog.all().stream().mapToLong(StoredDump::sequence).findFirst().orElse(0);
		this.lastSequence = Math.max(this.lastSequence, stored) + 1;
		return this.lastSequence;
	}

	// What is about to be analysed is not taken for ready in between.
	private HeapDump dump(StoredDump stored) {
		Double ratio = this.analyses.progressRatio(stored.id());
		if (ratio == null && this.analyses.isAutomatic() && this.jobs.find(stored.id()).isPresent()) {
			ratio = 0.0;
		}
		return (ratio != null) ? stored.dump().indexing(ratio) : stored.dump();
	}

	private HeapDump dump(DumpJob job) {
		return job.dump((job.state() == DumpState.DUMPING) ? this.capture.writtenBytes(job.id()) : 0);
	}

}
