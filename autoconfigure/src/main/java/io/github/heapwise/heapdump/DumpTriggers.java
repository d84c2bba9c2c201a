package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.os.MemoryLimits;
import io.github.heapwise.os.ResidentSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that asks for dumps by itself. A thread each for the schedule and for what
 * the operating system tells, none while both are off. Thread-safe.
 */
public final class DumpTriggers implements AutoCloseable {

	private static final Path ROOT = Path.of("/");

	private final TriggerSettings settings;

	private final @Nullable SurvivorReports survivors;

	private final OutOfMemoryTarget outOfMemoryTarget;

	private final Clock clock;

	private final Consumer<String> log;

	private final TriggerRequests requests;

	private List<AutomaticTrigger> running = List.of();

	/**
	 * Create triggers that do nothing yet.
	 * @param settings which
	 * @param dumps takes the dumps
	 * @param survivors tells what collections leave, {@code null} if nobody watches them
	 * @param outOfMemoryTarget where the JVM writes when it is out of memory
	 * @param clock tells the time
	 * @param log told in a sentence what does not work, and once that a trigger is
	 * refused
	 */
	public DumpTriggers(TriggerSettings settings, HeapDumps dumps, @Nullable SurvivorReports survivors,
			OutOfMemoryTarget outOfMemoryTarget, Clock clock, Consumer<String> log) {
		this.settings = settings;
		this.survivors = survivors;
		this.outOfMemoryTarget = outOfMemoryTarget;
		this.clock = clock;
		this.log = log;
		this.requests = new TriggerRequests(dumps, log, System::nanoTime);
	}

	/**
	 * Start those that are switched on. To be called early: a signal that nobody handles
	 * ends the JVM.
	 */
	public synchronized void start() {
		if (this.running.isEmpty()) {
			this.running = switchedOn();
			this.running.forEach(AutomaticTrigger::start);
		}
	}

	@Override
	public synchronized void close() {
		this.running.forEach(AutomaticTrigger::close);
		this.running = List.of();
	}

	private List<AutomaticTrigger> switchedOn() {
		List<AutomaticTrigger> triggers = new ArrayList<>(thresholds());
		UnaryOperator<@Nullable Instant> schedule = this.settings.schedule();
		if (schedule != null) {
			triggers.add(new ScheduleTrigger(schedule, this.clock, this.requests));
		}
		if (this.settings.signal() != null) {
			triggers.addAll(signal(this.settings.signal()));
		}
		if (this.settings.onOutOfMemory()) {
			triggers.add(new OutOfMemoryTrigger(this.outOfMemoryTarget, this.log));
		}
		return triggers;
	}

	private List<AutomaticTrigger> thresholds() {
		ThresholdSettings threshold = this.settings.threshold();
		List<AutomaticTrigger> triggers = new ArrayList<>();
		if (threshold.needsCollections() && this.survivors != null) {
			triggers.add(new SurvivorTrigger(threshold, this.survivors, this.requests));
		}
		else if (threshold.needsCollections()) {
			this.log.accept("'heapwise.heapdump.threshold' has no effect on what collections leave: nobody watches"
					+ " them. Remove 'heapwise.gc.enabled=false'");
		}
		if (threshold.needsSystem()) {
			triggers.add(new ResidentTrigger(threshold, new ResidentSet(ROOT), new MemoryLimits(ROOT), this.requests,
					this.log));
		}
		return triggers;
	}

	private List<AutomaticTrigger> signal(String name) {
		try {
			return List.of(new SignalTrigger(name, this.requests, this.log));
		}
		catch (NoClassDefFoundError ex) {
			this.log.accept("Signal '%s' will not take heap dumps: this JVM lacks the module 'jdk.unsupported'"
				.formatted(name));
			return List.of();
		}
	}

}
