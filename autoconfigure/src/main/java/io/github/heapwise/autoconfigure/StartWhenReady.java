package io.github.heapwise.autoconfigure;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts recording once the application serves: start-up allocates much that never comes
 * back, and Flight Recorder needs memory when containers have the least of it.
 */
public final class StartWhenReady implements ApplicationListener<ApplicationReadyEvent> {

	private final Runnable start;

	/**
	 * Create a listener.
	 * @param start what to start; may be called more than once and must not block
	 */
	public StartWhenReady(Runnable start) {
		this.start = start;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.start.run();
	}

}
