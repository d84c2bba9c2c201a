package io.github.heapwise.gc;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.github.heapwise.jfr.SharedEventStream;

/**
 * Allocates a known amount between forced collections and prints what the monitor saw of
 * it. Argument: {@code exact} to have Flight Recorder measure, {@code plain} not to,
 * {@code many} for ten thousand collections in a row.
 */
final class CollectedApplication {

	private static final int FORCED = 3;

	private static final int MANY = 10_000;

	private static final int BLOCK_BYTES = 20_000;

	private static final int BLOCKS = 20_000;

	private final GcMonitor monitor = new GcMonitor(new GcSettings(100_000, Duration.ofMinutes(5)),
			new SharedEventStream(64, null), List.of(CollectedApplication::sleep), Clock.systemUTC(),
			System.out::println);

	private long next;

	private final Object[] kept = new Object[500];

	public static void main(String[] args) throws IOException {
		CollectedApplication application = new CollectedApplication();
		if (args[0].equals("many")) {
			application.collectMany();
		}
		else {
			application.run(args[0].equals("exact"));
		}
		System.exit(0);
	}

	private void collectMany() {
		long before = startBetweenCollections();
		this.monitor.startRecording();
		await(() -> this.monitor.inexactReason() == null);
		while (collections() < before + MANY) {
			this.kept[0] = new byte[BLOCK_BYTES];
		}
		await(() -> seen() == collections() - before);
		System.out.println("seen=" + seen());
	}

	// Reads on from where it was: to read all each time makes garbage for more of them.
	private long seen() {
		this.next = this.monitor.events(this.next).nextSequence();
		return this.next;
	}

	// Starting makes garbage, the first time most of it.
	private long startBetweenCollections() {
		while (true) {
			long before = collections();
			this.monitor.start();
			if (collections() == before) {
				return before;
			}
			this.monitor.close();
		}
	}

	private long collections() {
		return this.monitor.collectors().stream().mapToLong(CollectorTotals::collections).sum();
	}

	private void run(boolean exact) {
		this.monitor.start();
		if (exact) {
			this.monitor.startRecording();
			await(() -> this.monitor.inexactReason() == null);
			collectAndSee();
		}
		System.out.println("exact=" + (this.monitor.inexactReason() == null));
		long cursor = collectAndSee();
		long fromMillis = uptimeMillis();
		allocate();
		for (int i = 0; i < FORCED; i++) {
			System.gc();
		}
		await(() -> forced(eventsSince(cursor)) >= FORCED);
		// whatever comes late, or twice, has come by then
		long quietMillis = uptimeMillis() + 3000;
		await(() -> uptimeMillis() > quietMillis);
		print(this.monitor.events(cursor), fromMillis, uptimeMillis());
	}

	// Collects until the collection is seen, so that nothing is under way.
	private long collectAndSee() {
		long before = this.monitor.events(null).nextSequence();
		System.gc();
		await(() -> forced(eventsSince(before)) >= 1);
		await(() -> {
			long next = this.monitor.events(null).nextSequence();
			pause(2000);
			return this.monitor.events(null).nextSequence() == next;
		});
		return this.monitor.events(null).nextSequence();
	}

	private void allocate() {
		Random random = new Random(1);
		for (int i = 0; i < BLOCKS; i++) {
			this.kept[random.nextInt(this.kept.length)] = new byte[BLOCK_BYTES - 16];
			if (i % 100 == 0) {
				// for a concurrent collector to keep up
				pause(1);
			}
		}
	}

	private List<GcEvent> eventsSince(long sequence) {
		return this.monitor.events(sequence).events();
	}

	private static long forced(List<GcEvent> events) {
		return events.stream().filter(CollectedApplication::isForced).count();
	}

	private static boolean isForced(GcEvent event) {
		return event.cause().equals("System.gc()")
				&& (event.kind() == GcKind.FULL || event.kind() == GcKind.CONCURRENT);
	}

	private void print(GcEvents read, long fromMillis, long toMillis) {
		List<GcEvent> events = read.events();
		List<GcEvent> pauses = events.stream().filter(GcEvent::isPause).toList();
		System.out.println("fromMillis=" + fromMillis);
		System.out.println("toMillis=" + toMillis);
		System.out.println("forced=" + forced(events));
		System.out.println("pauses=" + pauses.size());
		System.out.println("pauseNanos=" + pauses.stream().mapToLong(GcEvent::durationNanos).sum());
		System.out.println("inexactPauses=" + pauses.stream().filter((pause) -> !pause.exact()).count());
		System.out.println("stwPauses=" + pauses.stream().filter((pause) -> pause.kind() != GcKind.OTHER).count());
		System.out.println("stwPauseNanos=" + pauses.stream()
			.filter((pause) -> pause.kind() != GcKind.OTHER)
			.mapToLong(GcEvent::durationNanos)
			.sum());
		System.out.println(
				"concurrentPauses=" + pauses.stream().filter((event) -> event.kind() == GcKind.CONCURRENT).count());
		System.out.println("cyclesWithPause=" + events.stream()
			.filter((event) -> event.action().equals("end of GC cycle") && event.isPause())
			.count());
		System.out.println("knownBytes=" + (long) BLOCKS * BLOCK_BYTES);
		System.out.println("allocatedBytes=" + events.stream()
			.map(GcEvent::allocatedBytes)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.sum());
		System.out.println("poolsAddUp=" + events.stream()
			.map(GcEvent::heap)
			.filter(Objects::nonNull)
			.allMatch(CollectedApplication::poolsAddUp));
		System.out.println("missed=" + read.missed());
		System.out.println("summaryPauses=" + this.monitor.summary().pauses());
	}

	private static boolean poolsAddUp(HeapChange heap) {
		List<String> heapPools = new ArrayList<>();
		for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
			if (pool.getType() == MemoryType.HEAP) {
				heapPools.add(pool.getName());
			}
		}
		return heap.afterBytes() > 0 && heap.afterBytes() <= heap.committedBytes()
				&& heap.pools().stream().map(PoolChange::name).toList().containsAll(heapPools)
				&& heap.pools().stream().mapToLong(PoolChange::afterBytes).sum() == heap.afterBytes();
	}

	private static long uptimeMillis() {
		return ManagementFactory.getRuntimeMXBean().getUptime();
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				System.out.println("gaveUp=true");
				System.exit(1);
			}
			pause(20);
		}
	}

	// as a listener does that nobody should write
	private static void sleep(GcEvent event) {
		pause(100);
	}

	private static void pause(long millis) {
		LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
	}

}
