package io.github.heapwise.gc;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.heapwise.gc.GcEventBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GcEventRing}.
 */
class GcEventRingTests {

	private final GcEventRing ring = new GcEventRing(5);

	@Test
	void emptyRingStartsAtZero() {
		assertThat(this.ring.since(null)).isEqualTo(new GcEvents(0, List.of(), 0));
	}

	@Test
	void cursorReadsEachEventOnce() {
		add(3);
		GcEvents first = this.ring.since(null);
		assertThat(starts(first)).containsExactly(0L, 1L, 2L);
		add(2);
		GcEvents second = this.ring.since(first.nextSequence());
		assertThat(starts(second)).containsExactly(3L, 4L);
		assertThat(second.firstSequence()).isEqualTo(3);
		assertThat(second.missed()).isZero();
		assertThat(this.ring.since(second.nextSequence()).events()).isEmpty();
	}

	@Test
	void overflowBetweenTwoReadsIsMissed() {
		add(3);
		long cursor = this.ring.since(null).nextSequence();
		add(9);
		GcEvents read = this.ring.since(cursor);
		assertThat(starts(read)).containsExactly(7L, 8L, 9L, 10L, 11L);
		assertThat(read.missed()).isEqualTo(4);
		assertThat(read.nextSequence()).isEqualTo(12);
	}

	@Test
	void whoAsksForAllMissesNothing() {
		add(12);
		assertThat(this.ring.since(null).missed()).isZero();
		assertThat(this.ring.since(null).firstSequence()).isEqualTo(7);
	}

	@Test
	void readerWhoSawNoneYetMissesWhatIsGoneWhenHeComesBack() {
		long cursor = this.ring.since(null).nextSequence();
		add(12);
		assertThat(this.ring.since(cursor).missed()).isEqualTo(7);
	}

	@Test
	void cursorOfAnEndedApplicationReadsAll() {
		add(2);
		GcEvents read = this.ring.since(4711L);
		assertThat(starts(read)).containsExactly(0L, 1L);
		assertThat(read.missed()).isZero();
	}

	@Test
	void thousandEventsTakeAboutTheHeapItTells() {
		long before = usedHeap();
		List<GcEventRing> rings = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			GcEventRing full = new GcEventRing(1000);
			for (int event = 0; event < 1000; event++) {
				full.add(notified());
			}
			rings.add(full);
		}
		long bytes = (usedHeap() - before) / rings.size();
		assertThat(rings.get(0).heapBytes()).isLessThan(600_000);
		assertThat(bytes).isBetween(rings.get(0).heapBytes() / 2, rings.get(0).heapBytes() * 5 / 4);
	}

	private static GcEvent notified() {
		List<PoolChange> pools = new ArrayList<>();
		for (String name : List.of("G1 Eden Space", "G1 Old Gen", "G1 Survivor Space")) {
			pools.add(new PoolChange(name, 1, 2, 3));
		}
		return new GcEvent(GcEventBuilder.START.plusNanos(pools.size()), 1, "G1 Young Generation", GcKind.YOUNG, null,
				"G1 Evacuation Pause", "end of minor GC", 1, true, Long.valueOf(1_000_000),
				new HeapChange(1, 2, 3, 4, Long.valueOf(2_000_000), pools));
	}

	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	@Test
	void fiftyReadersMissNothingBeyondWhatIsStated() throws InterruptedException {
		int events = 20_000;
		List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
		List<Thread> readers = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			Thread reader = new Thread(() -> {
				long seen = 0;
				long missed = 0;
				long cursor = 0;
				while (cursor < events) {
					GcEvents read = this.ring.since(cursor);
					missed += read.missed();
					for (int k = 0; k < read.events().size(); k++) {
						assertThat(start(read.events().get(k))).isEqualTo(read.firstSequence() + k);
					}
					seen += read.events().size();
					cursor = read.nextSequence();
				}
				assertThat(seen + missed).isEqualTo(events);
			});
			reader.setUncaughtExceptionHandler((thread, ex) -> failures.add(ex));
			readers.add(reader);
			reader.start();
		}
		add(events);
		for (Thread reader : readers) {
			reader.join();
		}
		assertThat(failures).isEmpty();
	}

	private void add(int count) {
		long next = this.ring.since(null).nextSequence();
		for (long i = next; i < next + count; i++) {
			this.ring.add(a(GcKind.YOUNG).at(i).build());
		}
	}

	private static List<Long> starts(GcEvents events) {
		return events.events().stream().map(GcEventRingTests::start).toList();
	}

	private static long start(GcEvent event) {
		return event.time().toEpochMilli() - GcEventBuilder.START.toEpochMilli();
	}

}
