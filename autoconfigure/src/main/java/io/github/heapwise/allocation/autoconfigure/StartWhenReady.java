package io.github.heapwise.allocation.autoconfigure;

import io.github.heapwise.allocation.AllocationProfiler;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts the profiler once the application serves: start-up allocates much that never
 * comes back, and Flight Recorder needs memory when containers have the least of it.
 */
final class StartWhenReady implements ApplicationListener<ApplicationReadyEvent> {

	private final AllocationProfiler profiler;

	StartWhenReady(AllocationProfiler profiler) {
		this.profiler = profiler;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.profiler.start();
	}

}
