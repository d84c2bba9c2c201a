package io.github.heapwise.heapview;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import io.github.heapwise.jvm.OwnThreads;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a dump in a JVM that another one has started for that. Arguments: the dump,
 * and 1 or 2 for how many threads to use. Prints lines in UTF-8: {@code progress 0.42},
 * at last {@code done} or {@code failed} and a sentence. Stops when its standard input
 * ends, as it does when the other process is gone.
 */
public final class AnalysisProcess {

	static final int DONE = 0;

	static final int FAILED = 1;

	static final int WRONG_USE = 2;

	static final int CANCELLED = 3;

	// Removing what was begun takes less.
	private static final long MAX_CLEANUP_MILLIS = 5000;

	private final PrintStream out;

	private volatile @Nullable String cancelReason;

	AnalysisProcess(PrintStream out) {
		this.out = out;
	}

	/**
	 * Analyse a dump and end this JVM: with 0 if it is analysed, 1 if that failed, 2
	 * after wrong arguments, 3 if cancelled.
	 * @param args the dump and how many threads to use
	 */
	public static void main(String[] args) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		AnalysisProcess process = new AnalysisProcess(out);
		Thread watch = new Thread(() -> process.watch(System.in), OwnThreads.PREFIX + "parent-watch");
		watch.setDaemon(true);
		watch.start();
		System.exit(process.run(args));
	}

	int run(String... args) {
		if (args.length != 2 || !args[1].matches("[12]")) {
			this.out.println("failed Arguments must be a heap dump and how many threads to use, 1 or 2");
			return WRONG_USE;
		}
		Path dump = Path.of(args[0]);
		try {
			HeapAnalysis.run(dump, Integer.parseInt(args[1]), () -> this.cancelReason,
					new ProgressLines(this.out, "progress %.2f%n"));
			this.out.println("done");
			return DONE;
		}
		catch (CancellationException ex) {
			return CANCELLED;
		}
		catch (IOException | RuntimeException | Error ex) {
			if (AnalysisFailure.isUnexpected(ex)) {
				ex.printStackTrace();
			}
			this.out.println("failed " + AnalysisFailure.sentence(dump, ex));
			return FAILED;
		}
	}

	/**
	 * Cancel when some input ends.
	 * @param in the input, whose contents do not matter
	 */
	void cancelAtEndOf(InputStream in) {
		try {
			in.transferTo(PrintStream.nullOutputStream());
			this.cancelReason = "The application that asked for the analysis has gone or cancelled it";
		}
		catch (IOException ex) {
			this.cancelReason = "The application that asked for the analysis cannot be heard any more";
		}
	}

	private void watch(InputStream in) {
		cancelAtEndOf(in);
		try {
			Thread.sleep(MAX_CLEANUP_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Runtime.getRuntime().halt(CANCELLED);
	}

}
