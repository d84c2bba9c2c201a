package com.example.names;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BlockNames}.
 */
class BlockNamesTests {

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Test
	void eachNameAllocatesTheBlock() {
		DataSize size = DataSize.ofMegabytes(4);
		Names names = new BlockNames(new Words(), new BlockProperties(size));
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int request = 0; request < 5; request++) {
			names.name();
		}
		long allocated = this.threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(allocated).isBetween(5 * size.toBytes(), 6 * size.toBytes());
	}

	@Test
	void blockLargerThanHalfOfTheHeapIsRejected() {
		long heapMegabytes = DataSize.ofBytes(Runtime.getRuntime().maxMemory()).toMegabytes();
		assertThatIllegalArgumentException().isThrownBy(() -> new BlockProperties(DataSize.ofMegabytes(heapMegabytes)))
			.withMessageContaining("'size' must be between 0MB and ")
			.withMessageEndingWith("but was " + heapMegabytes + "MB");
	}

}
