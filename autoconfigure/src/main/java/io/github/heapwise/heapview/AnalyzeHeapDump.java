package io.github.heapwise.heapview;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Analyses a heap dump from anywhere and prints what holds the memory: the classes by
 * what they retain, and what is suspected to leak. A heap of 64 MB is enough.
 */
public final class AnalyzeHeapDump {

	static final int DONE = 0;

	static final int FAILED = 1;

	static final int WRONG_USE = 2;

	private static final String USAGE = """
			Usage: java -Xmx64m -jar heapwise-spring-boot.jar <heap dump> [options]
			  --top <n>          how many classes to list, 20 if not given
			  --keep-index       keep the index beside the dump, so that the next time takes no time
			  --index-dir <dir>  where to work instead of beside the dump; about the size of the dump is needed""";

	private static final int MAX_CLEANUP_SECONDS = 5;

	private final PrintStream out;

	private final PrintStream err;

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean interrupted;

	AnalyzeHeapDump(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Analyse a dump and end this JVM: with 0 if it is analysed, 1 if that failed, 2
	 * after wrong arguments.
	 * @param args the dump and options, see the usage
	 */
	public static void main(String[] args) {
		AnalyzeHeapDump analysis = new AnalyzeHeapDump(System.out, System.err);
		Runtime.getRuntime().addShutdownHook(new Thread(analysis::interrupt));
		System.exit(analysis.run(args));
	}

	int run(String... args) {
		try {
			return AnalyzeOptions.parse(args).map(this::analyse).orElseGet(this::printUsage);
		}
		catch (IllegalArgumentException ex) {
			this.err.println(ex.getMessage());
			this.err.println(USAGE);
			return WRONG_USE;
		}
		finally {
			this.ended.countDown();
		}
	}

	private int analyse(AnalyzeOptions options) {
		try (IndexPlace place = IndexPlace.of(options.dump(), options.indexDirectory(), options.keepIndex())) {
			place.note().ifPresent(this.err::println);
			int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
			HeapAnalysis.run(place.dump(), threads,
					() -> this.interrupted ? "Analysis of a heap dump was interrupted" : null,
					new ProgressLines(this.err, "\rAnalysed %.2f"));
			this.err.println();
			try (IndexedHeapViews views = IndexedHeapViews.open(place.dump(), false)) {
				new AnalysisText(views).print(this.out, options.top());
			}
			return DONE;
		}
		catch (IOException | RuntimeException | OutOfMemoryError ex) {
			return fail(options, ex);
		}
	}

	private int fail(AnalyzeOptions options, Throwable failure) {
		if (AnalysisFailure.isUnexpected(failure)) {
			failure.printStackTrace(this.err);
		}
		if (!(failure instanceof CancellationException)) {
			this.err.println(AnalysisFailure.sentence(options.dump(), failure));
		}
		return FAILED;
	}

	private int printUsage() {
		this.out.println(USAGE);
		return DONE;
	}

	// Leaves nothing behind, however impatient the user is.
	private void interrupt() {
		this.interrupted = true;
		try {
			this.ended.await(MAX_CLEANUP_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
