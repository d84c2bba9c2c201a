package io.github.heapwise.memory.autoconfigure;

import io.github.heapwise.memory.MemoryMonitor;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts sampling once the application serves: what start-up allocates never comes back
 * and would only set the scale of the first charts.
 */
final class StartWhenReady implements ApplicationListener<ApplicationReadyEvent> {

	private final MemoryMonitor monitor;

	StartWhenReady(MemoryMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.monitor.start();
	}

}
