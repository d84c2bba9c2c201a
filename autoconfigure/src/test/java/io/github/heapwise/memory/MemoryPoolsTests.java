package io.github.heapwise.memory;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.mock;

/**
 * Tests for {@link MemoryPools}.
 */
class MemoryPoolsTests {

	private final MemoryPoolMXBean old = pool("Tenured Gen", MemoryType.HEAP, new MemoryUsage(0, 40, 100, 200));

	private final MemoryPoolMXBean eden = pool("Eden Space", MemoryType.HEAP, new MemoryUsage(0, 10, 50, -1));

	private final MemoryPoolMXBean metaspace = pool("Metaspace", MemoryType.NON_HEAP, new MemoryUsage(0, 7, 8, -1));

	private final MemoryPools pools = new MemoryPools(List.of(this.metaspace, this.old, this.eden));

	@Test
	void poolsOfTheHeapComeFirstFromYoungToOld() {
		assertThat(this.pools.read()).extracting(PoolMemory::name)
			.containsExactly("Eden Space", "Tenured Gen", "Metaspace");
		assertThat(this.pools.heapNames()).containsExactlyInAnyOrder("Eden Space", "Tenured Gen");
	}

	@Test
	void totalsAreSums() {
		assertThat(this.pools.totals()).isEqualTo(new MemoryPools.Totals(50, 150, 7));
	}

	@Test
	void undefinedMaximumIsNull() {
		assertThat(this.pools.read()).extracting(PoolMemory::maxBytes).containsExactly(null, 200L, null);
	}

	@Test
	void usedAfterCollectionIsNullUntilThePoolWasCollected() {
		given(this.eden.getCollectionUsage()).willReturn(new MemoryUsage(5, 0, 50, -1));
		given(this.old.getCollectionUsage()).willReturn(new MemoryUsage(5, 0, 0, 200));
		assertThat(this.pools.read()).extracting(PoolMemory::usedAfterCollectionBytes).containsExactly(0L, null, null);
		given(this.old.getCollectionUsage()).willReturn(new MemoryUsage(5, 30, 100, 200));
		assertThat(this.pools.read()).extracting(PoolMemory::usedAfterCollectionBytes).containsExactly(0L, 30L, null);
	}

	private static MemoryPoolMXBean pool(String name, MemoryType type, MemoryUsage usage) {
		MemoryPoolMXBean bean = mock(MemoryPoolMXBean.class);
		given(bean.isValid()).willReturn(true);
		given(bean.getName()).willReturn(name);
		given(bean.getType()).willReturn(type);
		given(bean.getUsage()).willReturn(usage);
		given(bean.getPeakUsage()).willReturn(usage);
		return bean;
	}

}
