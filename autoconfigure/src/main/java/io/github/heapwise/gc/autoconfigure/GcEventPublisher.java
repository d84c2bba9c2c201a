package io.github.heapwise.gc.autoconfigure;

import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcListener;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Publishes collections to {@code @EventListener} methods, from when the application is
 * ready: a context that is being refreshed collects events without a lock.
 */
final class GcEventPublisher implements GcListener {

	private final ConfigurableApplicationContext context;

	private volatile boolean ready;

	GcEventPublisher(ConfigurableApplicationContext context) {
		this.context = context;
	}

	void ready() {
		this.ready = true;
	}

	@Override
	public void onGc(GcEvent event) {
		if (this.ready && this.context.isActive()) {
			this.context.publishEvent(event);
		}
	}

}
