package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks for dumps on behalf of triggers that nobody waits for. Says once that a trigger is
 * refused, and asks for it no more until it makes sense again. Thread-safe.
 */
final class TriggerRequests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HeapDumps dumps;

	private final Consumer<String> log;

	private final LongSupplier nanoTime;

	private final Map<DumpTrigger, Refusal> refusalByTrigger = new EnumMap<>(DumpTrigger.class);

	/**
	 * Create an instance.
	 * @param dumps takes the dumps
	 * @param log told in a sentence which dumps are refused
	 * @param nanoTime time of the JVM's clock
	 */
	TriggerRequests(HeapDumps dumps, Consumer<String> log, LongSupplier nanoTime) {
		this.dumps = dumps;
		this.log = log;
		this.nanoTime = nanoTime;
	}

	/**
	 * Ask for a dump. Never throws: who calls observes.
	 * @param trigger what asks
	 * @param reason why, kept with the dump
	 */
	synchronized void ask(DumpTrigger trigger, String reason) {
		Refusal refusal = this.refusalByTrigger.get(trigger);
		if (refusal != null && this.nanoTime.getAsLong() - refusal.untilNanos < 0) {
			return;
		}
		try {
			this.dumps.request(new DumpOrder(trigger, reason, false));
			this.refusalByTrigger.remove(trigger);
		}
		catch (HeapDumpRefusedException ex) {
			Duration wait = Objects.requireNonNullElse(ex.retryAfter(), PATIENCE);
			refused(trigger, ex.kind().name(), String.valueOf(ex.getMessage()), wait);
		}
		catch (RuntimeException | Error ex) {
			refused(trigger, ex.getClass().getName(), "Heap dump not started (%s)".formatted(ex), PATIENCE);
		}
	}

	private void refused(DumpTrigger trigger, String cause, String sentence, Duration wait) {
		Refusal before = this.refusalByTrigger.put(trigger,
				new Refusal(cause, this.nanoTime.getAsLong() + wait.toNanos()));
		if (before == null || !before.cause.equals(cause)) {
			this.log.accept("%s. Trigger '%s' waits %s; this is said once".formatted(sentence, trigger.id(),
					TimeText.of(wait.toNanos())));
		}
	}

	private record Refusal(String cause, long untilNanos) {
	}

}
