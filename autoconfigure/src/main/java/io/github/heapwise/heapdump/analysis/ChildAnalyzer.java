package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.os.OutOfMemoryOrder;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a dump in a process of its own, of which nothing is in the heap of this one.
 * It ends with this one, however that ends, since it waits for the end of its input.
 */
public final class ChildAnalyzer implements DumpAnalyzer {

	private static final long POLL_MILLIS = 100;

	private static final long MAX_END_SECONDS = 5;

	// 128 and the number of the signal
	private static final int KILLED = 128 + 9;

	private final ChildCommand command;

	private final EngineJar engine;

	private final String mainClass;

	private final OutOfMemoryOrder outOfMemoryOrder;

	private final int threads;

	ChildAnalyzer(ChildCommand command, Class<?> main, OutOfMemoryOrder outOfMemoryOrder, int threads) {
		this.command = command;
		this.engine = new EngineJar(main);
		this.mainClass = main.getName();
		this.outOfMemoryOrder = outOfMemoryOrder;
		this.threads = threads;
	}

	@Override
	public @Nullable String analyse(Path dump, Path scratch, CancelSignal cancel, DoubleConsumer progress)
			throws IOException {
		copyEngine(scratch);
		cancel.check();
		Process process = start(dump, scratch);
		try {
			AnalysisOutput lines = new AnalysisOutput(progress);
			await(process, lines, cancel);
			check(lines, process.exitValue());
			return null;
		}
		finally {
			end(process);
		}
	}

	private void copyEngine(Path jar) throws NoProcessException {
		try (OutputStream out = Files.newOutputStream(jar)) {
			this.engine.write(out);
		}
		catch (IOException ex) {
			throw new NoProcessException("the classes it needs cannot be copied beside the dump", ex);
		}
	}

	private Process start(Path dump, Path jar) throws NoProcessException {
		List<String> words = this.command.words(jar, this.mainClass,
				List.of(dump.toString(), String.valueOf(this.threads)));
		ProcessBuilder builder = new ProcessBuilder(words).directory(dump.resolveSibling("").toFile())
			.redirectErrorStream(true);
		ChildCommand.reduce(builder.environment());
		try {
			Process process = builder.start();
			this.outOfMemoryOrder.first(process.pid());
			return process;
		}
		catch (IOException | UnsupportedOperationException ex) {
			throw new NoProcessException("the system does not let this process start another", ex);
		}
	}

	private static void await(Process process, AnalysisOutput lines, CancelSignal cancel) throws IOException {
		try {
			boolean ended = false;
			while (!ended) {
				cancel.check();
				ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
				lines.readAvailable(process.getInputStream());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AnalysisFailedException("Heap dump not analysed: the application is being stopped");
		}
	}

	private static void check(AnalysisOutput lines, int exitValue) throws IOException {
		String failure = lines.failure();
		if (failure != null) {
			throw new AnalysisFailedException(failure);
		}
		// Whoever waits for the end may see it before the last line can be read.
		if (exitValue == 0 && lines.hasBegun()) {
			return;
		}
		if (exitValue == KILLED) {
			throw new AnalysisFailedException("Heap dump not analysed: its process was killed, as the system does"
					+ " first of all when memory runs out");
		}
		if (exitValue == ChildCommand.OUT_OF_MEMORY) {
			throw new AnalysisFailedException("Heap dump not analysed: it takes more memory than its process is given");
		}
		String problem = "its process ended with exit value '%d'".formatted(exitValue);
		if (!lines.hasBegun()) {
			throw new NoProcessException(problem, new IOException("It printed '%s'".formatted(lines.noise())));
		}
		throw new AnalysisFailedException("Heap dump not analysed: " + problem);
	}

	// At once: what it leaves is removed with what others leave.
	private static void end(Process process) throws IOException {
		process.destroyForcibly();
		try {
			process.waitFor(MAX_END_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		process.getOutputStream().close();
		process.getInputStream().close();
	}

}
