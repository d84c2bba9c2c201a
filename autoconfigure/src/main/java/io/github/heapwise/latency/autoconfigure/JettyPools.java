package io.github.heapwise.latency.autoconfigure;

import java.util.List;

import io.github.heapwise.latency.Pool;
import io.github.heapwise.latency.PoolKind;
import io.github.heapwise.latency.PoolState;
import io.github.heapwise.latency.WorkSource;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * The pool that serves the requests of Jetty. None where it starts a virtual thread for
 * each.
 */
final class JettyPools implements WorkSource {

	private final ApplicationContext context;

	JettyPools(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public List<Pool> pools() {
		if (this.context instanceof WebServerApplicationContext web
				&& web.getWebServer() instanceof JettyWebServer jetty
				&& jetty.getServer().getThreadPool() instanceof QueuedThreadPool pool) {
			return List.of(new JettyPool(pool));
		}
		return List.of();
	}

	/**
	 * Jetty's kind of pool. Threads that accept and select are not counted: they never
	 * serve requests.
	 *
	 * @param executor the pool
	 */
	private record JettyPool(QueuedThreadPool executor) implements Pool {

		@Override
		public String name() {
			return "jetty";
		}

		@Override
		public PoolKind kind() {
			return PoolKind.JETTY;
		}

		@Override
		public PoolState state() {
			if (!this.executor.isRunning()) {
				return PoolState.SHUTDOWN;
			}
			return new PoolState(this.executor.getUtilizedThreads(), this.executor.getMaxAvailableThreads(),
					this.executor.getQueueSize(), true, false);
		}

	}

}
