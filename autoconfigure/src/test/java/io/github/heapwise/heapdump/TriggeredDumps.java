package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.github.heapwise.jvm.SurvivorReports;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Dumps of this JVM and what takes them by itself, as an application has them.
 */
final class TriggeredDumps implements AutoCloseable {

	final List<String> log = new CopyOnWriteArrayList<>();

	final SurvivorReports survivors = new SurvivorReports();

	private final LocalHeapDumps dumps;

	private final DumpTriggers triggers;

	private TriggeredDumps(Path directory, TriggerSettings settings) {
		this.dumps = new DumpsUnderTest(directory).ofThisJvm();
		this.triggers = new DumpTriggers(settings,
				new BudgetedHeapDumps(this.dumps, Duration.ofMinutes(15), 4, Clock.systemUTC()), this.survivors,
				this.dumps.outOfMemoryTarget(), Clock.systemUTC(), this.log::add);
		this.dumps.start();
		this.triggers.start();
	}

	static TriggeredDumps onSignal(Path directory, String signal) {
		return new TriggeredDumps(directory, new TriggerSettings(limits(null, null), null, signal, false));
	}

	static TriggeredDumps onFullHeap(Path directory, double ratio) {
		return new TriggeredDumps(directory, new TriggerSettings(limits(ratio, null), null, null, false));
	}

	static TriggeredDumps onResidentSet(Path directory, double ratio) {
		return new TriggeredDumps(directory, new TriggerSettings(limits(null, ratio), null, null, false));
	}

	static TriggeredDumps planned(Path directory, UnaryOperator<@Nullable Instant> nextAfter) {
		return new TriggeredDumps(directory, new TriggerSettings(limits(null, null), nextAfter, null, false));
	}

	static TriggeredDumps onOutOfMemory(Path directory) {
		return new TriggeredDumps(directory, new TriggerSettings(limits(null, null), null, null, true));
	}

	List<HeapDump> all() {
		return this.dumps.all();
	}

	/**
	 * Wait until there is a dump, and it can be read.
	 * @return the dump
	 */
	HeapDump awaitOne() {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(this::all, (all) -> all.size() == 1 && all.get(0).state() == DumpState.READY)
			.get(0);
	}

	@Override
	public void close() {
		this.triggers.close();
		this.dumps.close();
	}

	private static ThresholdSettings limits(@Nullable Double heapRatio, @Nullable Double residentRatio) {
		return new ThresholdSettings(heapRatio, null, 2, null, residentRatio, null);
	}

}
