package io.github.heapwise.memory;

import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.github.heapwise.os.KernelFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.mock;

/**
 * Tests for {@link LiveSet}.
 */
class LiveSetTests {

	private static final Set<String> SERIAL = Set.of("Eden Space", "Survivor Space", "Tenured Gen");

	private static final Set<String> G1 = Set.of("G1 Eden Space", "G1 Survivor Space", "G1 Old Gen");

	private final GarbageCollectorMXBean young = collector(SERIAL);

	private final GarbageCollectorMXBean old = collector(SERIAL);

	private final LiveSet serial = new LiveSet(List.of(this.young, this.old), SERIAL);

	@Test
	void nothingIsKnownBeforeTheFirstCollection() {
		assertThat(this.serial.read()).isEqualTo(KernelFile.UNKNOWN);
	}

	@Test
	void youngCollectionLeavesTheOldGenerationToo() {
		collected(this.young, 1, 100, Map.of("Eden Space", 0L, "Survivor Space", 5L, "Tenured Gen", 40L));
		assertThat(this.serial.read()).isEqualTo(45);
	}

	@Test
	void poolsOutsideTheHeapDoNotCount() {
		collected(this.young, 1, 100, Map.of("Survivor Space", 5L, "Metaspace", 1000L));
		assertThat(this.serial.read()).isEqualTo(5);
	}

	@Test
	void lastCollectionOfAnyCollectorCounts() {
		collected(this.old, 1, 200, Map.of("Tenured Gen", 30L));
		collected(this.young, 7, 100, Map.of("Tenured Gen", 40L));
		assertThat(this.serial.read()).isEqualTo(30);
		collected(this.young, 8, 300, Map.of("Tenured Gen", 35L));
		assertThat(this.serial.read()).isEqualTo(35);
	}

	@Test
	void collectionThatReportsEmptyPoolsDoesNotResetIt() {
		GarbageCollectorMXBean cycles = collector(Set.of("ZHeap"));
		GarbageCollectorMXBean pauses = collector(Set.of("ZHeap"));
		LiveSet zgc = new LiveSet(List.of(cycles, pauses), Set.of("ZHeap"));
		collected(pauses, 3, 50, Map.of("ZHeap", 0L));
		assertThat(zgc.read()).isEqualTo(KernelFile.UNKNOWN);
		collected(cycles, 1, 100, Map.of("ZHeap", 60L));
		assertThat(zgc.read()).isEqualTo(60);
		collected(pauses, 6, 200, Map.of("ZHeap", 0L));
		assertThat(zgc.read()).isEqualTo(60);
		collected(cycles, 2, 300, Map.of("ZHeap", 0L));
		assertThat(zgc.read()).isEqualTo(60);
	}

	@Test
	void pausesThatCollectNothingYoungDoNotCount() {
		GarbageCollectorMXBean young = collector(G1);
		GarbageCollectorMXBean concurrent = collector(Set.of("G1 Old Gen"));
		LiveSet g1 = new LiveSet(List.of(young, concurrent), G1);
		collected(young, 1, 100, Map.of("G1 Old Gen", 40L));
		collected(concurrent, 1, 200, Map.of("G1 Eden Space", 500L, "G1 Old Gen", 40L));
		assertThat(g1.read()).isEqualTo(40);
	}

	private static GarbageCollectorMXBean collector(Set<String> pools) {
		GarbageCollectorMXBean collector = mock(GarbageCollectorMXBean.class);
		given(collector.getMemoryPoolNames()).willReturn(pools.toArray(String[]::new));
		return collector;
	}

	private static void collected(GarbageCollectorMXBean collector, long count, long end, Map<String, Long> used) {
		GcInfo info = mock(GcInfo.class);
		given(info.getEndTime()).willReturn(end);
		given(info.getMemoryUsageAfterGc()).willReturn(used.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> new MemoryUsage(0, entry.getValue(), 1000, 1000))));
		given(collector.getLastGcInfo()).willReturn(info);
		given(collector.getCollectionCount()).willReturn(count);
	}

}
