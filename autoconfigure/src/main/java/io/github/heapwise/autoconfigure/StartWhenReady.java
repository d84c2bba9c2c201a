package io.github.heapwise.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts recording once the application serves: start-up allocates much that never comes
 * back, and Flight Recorder needs memory when containers have the least of it. What goes
 * wrong is said once in the log: thrown from here, it would end the application.
 */
public final class StartWhenReady implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(StartWhenReady.class);

	private final String endpoint;

	private final Runnable start;

	private final AtomicBoolean reported = new AtomicBoolean();

	/**
	 * Create a listener.
	 * @param endpoint path of the endpoint that has nothing to tell unless it starts
	 * @param start what to start; may be called more than once and must not block
	 */
	public StartWhenReady(String endpoint, Runnable start) {
		this.endpoint = endpoint;
		this.start = start;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		try {
			this.start.run();
		}
		catch (RuntimeException | Error ex) {
			if (this.reported.compareAndSet(false, true)) {
				logger
					.warn("Nothing is recorded for '%s', which could not be started: %s".formatted(this.endpoint, ex));
			}
		}
	}

}
