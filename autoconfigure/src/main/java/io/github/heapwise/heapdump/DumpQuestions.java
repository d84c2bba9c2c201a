package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.heapdump.HeapDumpAnalyses.Question;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.heapview.IndexedHeapViews;
import io.github.heapwise.heapview.TableQuery;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Answers questions about analysed dumps: few at a time and none for long, since each
 * takes some memory and one core. Thread-safe.
 */
final class DumpQuestions {

	private static final int AT_ONCE = 2;

	// A page asks several at once.
	private static final Duration MAX_WAIT = Duration.ofSeconds(2);

	private static final Duration MAX_ANSWER = Duration.ofSeconds(30);

	private final boolean showValues;

	private final Duration maxAnswer;

	private final Semaphore permits = new Semaphore(AT_ONCE);

	// Who compares asks about one dump within a question about another.
	private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);

	DumpQuestions(boolean showValues) {
		this(showValues, MAX_ANSWER);
	}

	DumpQuestions(boolean showValues, Duration maxAnswer) {
		this.showValues = showValues;
		this.maxAnswer = maxAnswer;
	}

	/**
	 * Ask about a dump.
	 * @param <T> the type of the answer
	 * @param dump an analysed dump
	 * @param question what to ask
	 * @return the answer
	 * @throws IOException if the analysis, or the dump, is damaged or gone
	 * @throws HeapDumpRefusedException if too many ask, or the answer takes too long
	 */
	<T> T ask(Path dump, Question<T> question) throws IOException {
		if (this.asking.get()) {
			return answer(dump, question);
		}
		acquire();
		this.asking.set(true);
		try {
			return answer(dump, question);
		}
		finally {
			this.asking.remove();
			this.permits.release();
		}
	}

	/**
	 * Tell, within a question about another dump, which of both could not be read: what
	 * is read of the one to compare with are its classes.
	 * @param dump an analysed dump
	 * @return whether they can be read; {@code false} outside a question
	 */
	boolean isReadableWithin(Path dump) {
		try {
			return this.asking.get() && answer(dump, (views) -> views.classes(TableQuery.FIRST)).totalRows() >= 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private <T> T answer(Path dump, Question<T> question) throws IOException {
		long start = System.nanoTime();
		CancelSignal late = () -> (System.nanoTime() - start > this.maxAnswer.toNanos()) ? "late" : null;
		try (IndexedHeapViews views = IndexedHeapViews.open(dump, this.showValues, late)) {
			return question.ask(views);
		}
		catch (CancellationException ex) {
			throw busy("The answer takes longer than %s. Ask again when the machine is less busy"
				.formatted(TimeText.of(this.maxAnswer.toNanos())));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		catch (InternalError ex) {
			// How the JVM reports that a mapped page could not be read.
			throw new IOException("The index of the dump has been cut off", ex);
		}
	}

	private void acquire() {
		try {
			if (!this.permits.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
				throw busy("%d questions about heap dumps are being answered. Ask again when they are done"
					.formatted(AT_ONCE));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw busy("The question was interrupted");
		}
	}

	private static HeapDumpRefusedException busy(String sentence) {
		return new HeapDumpRefusedException(Cause.BUSY, sentence, MAX_WAIT);
	}

}
