package io.github.heapwise.latency.autoconfigure;

import java.util.List;

import io.github.heapwise.latency.Pool;
import io.github.heapwise.latency.VirtualPool;
import io.github.heapwise.latency.WorkSource;

/**
 * The carriers of virtual threads.
 */
final class VirtualThreadCarriers implements WorkSource {

	@Override
	public List<Pool> pools() {
		return List.of(VirtualPool.create());
	}

}
