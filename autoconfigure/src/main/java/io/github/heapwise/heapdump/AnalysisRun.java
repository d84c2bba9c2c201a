package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import io.github.heapwise.heapdump.DumpAnalysis.State;
import io.github.heapwise.heapdump.analysis.AnalysisFailedException;
import io.github.heapwise.heapdump.analysis.DumpAnalyzer;
import io.github.heapwise.heapview.AnalysisFailure;

/**
 * Brings analyses to their end, whatever that is.
 */
final class AnalysisRun {

	private final DumpDirectory directory;

	private final DumpCatalog catalog;

	private final AnalysisPreflight preflight;

	private final DumpAnalyzer analyzer;

	private final Duration timeout;

	private final Consumer<String> onProblem;

	AnalysisRun(DumpDirectory directory, DumpCatalog catalog, AnalysisPreflight preflight, DumpAnalyzer analyzer,
			Duration timeout, Consumer<String> onProblem) {
		this.directory = directory;
		this.catalog = catalog;
		this.preflight = preflight;
		this.analyzer = analyzer;
		this.timeout = timeout;
		this.onProblem = onProblem;
	}

	/**
	 * Analyse a dump. Never throws.
	 * @param job which
	 */
	void run(AnalysisJob job) {
		Optional<DumpLease> lease = job.begin() ? this.catalog.lease(job.id()) : Optional.empty();
		if (lease.isEmpty()) {
			job.end(State.NONE, null);
			return;
		}
		try (DumpLease dump = lease.get()) {
			analyse(job, dump);
		}
	}

	private void analyse(AnalysisJob job, DumpLease dump) {
		try (AnalysisClaim claim = AnalysisClaim.take(this.directory.open(), job.id())) {
			this.preflight.check(dump.stored());
			analyse(job, dump.file(), claim.file());
		}
		catch (HeapDumpRefusedException ex) {
			end(job, State.REFUSED, String.valueOf(ex.getMessage()));
		}
		// Whatever it is, or the dump would seem to be analysed for ever.
		catch (IOException | RuntimeException | Error ex) {
			fail(job, dump.file(), ex);
		}
	}

	private void analyse(AnalysisJob job, Path dump, Path scratch) {
		boolean done = false;
		try {
			String remark = this.analyzer.analyse(dump, scratch, job.signal(this.timeout), job::progress);
			done = true;
			job.end(State.DONE, remark);
		}
		catch (CancellationException ex) {
			if (job.isCancelled()) {
				job.end(State.NONE, null);
			}
			else {
				end(job, State.FAILED, String.valueOf(ex.getMessage()));
			}
		}
		catch (AnalysisFailedException ex) {
			end(job, State.FAILED, DumpText.of(String.valueOf(ex.getMessage())));
		}
		catch (IOException | RuntimeException | Error ex) {
			fail(job, dump, ex);
		}
		finally {
			if (!done) {
				DumpIndexes.delete(dump);
			}
		}
	}

	private void fail(AnalysisJob job, Path dump, Throwable cause) {
		String sentence = DumpText.of(AnalysisFailure.sentence(dump, cause));
		job.end(State.FAILED, sentence);
		this.onProblem.accept("Heap dump '%s' not analysed: %s".formatted(dump, cause));
	}

	private void end(AnalysisJob job, State state, String reason) {
		job.end(state, reason);
		this.onProblem.accept("%s ('%s')".formatted(reason, job.id()));
	}

}
