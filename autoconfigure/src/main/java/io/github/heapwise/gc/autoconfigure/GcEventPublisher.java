package io.github.heapwise.gc.autoconfigure;

import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcListener;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Publishes collections to {@code @EventListener} methods from when the application is
 * ready, since a context that is being refreshed collects events without a lock, until it
 * is closed.
 */
final class GcEventPublisher implements GcListener, ApplicationListener<ContextClosedEvent> {

	private final ApplicationContext context;

	private volatile boolean ready;

	GcEventPublisher(ApplicationContext context) {
		this.context = context;
	}

	void ready() {
		this.ready = true;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.ready = false;
		}
	}

	@Override
	public void onGc(GcEvent event) {
		if (this.ready) {
			this.context.publishEvent(event);
		}
	}

}
