package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.UnavailableReason;
import io.github.heapwise.jvm.CollectedTime;
import io.github.heapwise.jvm.OwnThread;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who allocated what stays alive, when somebody suspects that too much does. A
 * profile of allocations cannot tell: who allocates most may leave nothing behind.
 * <p>
 * Works for a minute or some, on a thread of its own, and rests for longer. What fails is
 * told once, in a sentence. Thread-safe.
 */
public final class SurvivorSampling implements AutoCloseable {

	// With less, one sample more or less changes who comes first.
	private static final int ENOUGH_SAMPLES = 20;

	// Samples arrive after some seconds, all at once; where there are none, nothing does.
	private static final long ARRIVAL_NANOS = Duration.ofSeconds(2).toNanos();

	private static final int MAX_ARRIVALS = 15;

	private static final String CONSEQUENCE = "Who allocated what stays alive cannot be told: ";

	private static final String NOT_COLLECTED = "this collector takes what is sampled for alive until it has collected"
			+ " all of the heap more than once. With G1 it can be told";

	private final SharedEventStream events;

	private final CodeOwner codeOwner;

	private final Predicate<String> ownClass;

	private final SurvivorTimes times;

	private final Clock clock;

	private final Consumer<String> onUnavailable;

	private final CollectedTime collectedTime = new CollectedTime();

	private final AtomicReference<@Nullable OwnThread> running = new AtomicReference<>();

	private final AtomicReference<@Nullable String> unavailableReason = new AtomicReference<>();

	private volatile @Nullable SurvivorShares last;

	private volatile Instant restsUntil = Instant.MIN;

	private boolean closed;

	/**
	 * Create an instance that does nothing yet.
	 * @param events where the samples come from
	 * @param codeOwner tells the application's classes from those of libraries
	 * @param ownClass tells by name the classes whose callees serve Heapwise's requests
	 * @param times how long to sample and to rest
	 * @param clock tells the time
	 * @param onUnavailable told once, in a sentence, when it cannot sample
	 */
	public SurvivorSampling(SharedEventStream events, CodeOwner codeOwner, Predicate<String> ownClass,
			SurvivorTimes times, Clock clock, Consumer<String> onUnavailable) {
		this.events = events;
		this.codeOwner = codeOwner;
		this.ownClass = ownClass;
		this.times = times;
		this.clock = clock;
		this.onUnavailable = onUnavailable;
	}

	/**
	 * Sample, unless that is already being done or has just been. Returns at once.
	 */
	public synchronized void suspectGrowth() {
		if (this.closed || this.running.get() != null || this.clock.instant().isBefore(this.restsUntil)) {
			return;
		}
		if (!this.collectedTime.isKnown()) {
			fail(NOT_COLLECTED);
			return;
		}
		OwnThread thread = new OwnThread("survivors", this::sample);
		this.running.set(thread);
		thread.start();
	}

	/**
	 * Return what was seen when it was last looked.
	 * @return the shares, {@code null} where nothing was seen yet
	 */
	public @Nullable SurvivorShares last() {
		return this.last;
	}

	/**
	 * Return why nothing can be seen.
	 * @return a sentence, {@code null} where nothing has failed
	 */
	public @Nullable String unavailableReason() {
		return this.unavailableReason.get();
	}

	/**
	 * End for good. Waits some 100 ms for what is under way.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		OwnThread thread = this.running.get();
		if (thread != null) {
			thread.close();
		}
	}

	private void sample(OwnThread thread) {
		try {
			follow(thread);
		}
		// a JVM without JFR fails to link, one that may not write fails in many ways
		catch (RuntimeException | Error ex) {
			fail(ex);
		}
		finally {
			this.restsUntil = this.clock.instant().plus(this.times.rest());
			this.running.set(null);
		}
	}

	private void follow(OwnThread thread) {
		long start = System.nanoTime();
		SurvivorTally tally = new SurvivorTally(new RecordedCode(this.codeOwner), this.ownClass);
		try (SurvivorRecording recording = new SurvivorRecording(this.events, tally::add, this::fail)) {
			boolean enough = false;
			for (Duration look : this.times.looks()) {
				if (!enough && thread.sleep(start + look.toNanos() - System.nanoTime())) {
					tally.count(aliveIfAllocatedBefore(this.clock.instant()));
					recording.look();
					enough = keep(arrived(thread, tally));
				}
			}
		}
	}

	private Instant aliveIfAllocatedBefore(Instant now) {
		Instant old = now.minus(this.times.minAge());
		Instant known = this.collectedTime.knownUntil(now);
		return known.isBefore(old) ? known : old;
	}

	private SurvivorShares arrived(OwnThread thread, SurvivorTally tally) {
		int before = 0;
		for (int i = 0; i < MAX_ARRIVALS && thread.sleep(ARRIVAL_NANOS); i++) {
			int samples = tally.samples();
			if (samples > 0 && samples == before) {
				break;
			}
			before = samples;
		}
		return tally.take(this.clock.instant());
	}

	private boolean keep(SurvivorShares seen) {
		if (seen.samples() > 0) {
			this.last = seen;
		}
		return seen.samples() >= ENOUGH_SAMPLES;
	}

	private void fail(Throwable cause) {
		fail(UnavailableReason.of(cause));
	}

	private void fail(String cause) {
		String reason = CONSEQUENCE + cause;
		if (this.unavailableReason.compareAndSet(null, reason)) {
			this.onUnavailable.accept(reason);
		}
	}

}
