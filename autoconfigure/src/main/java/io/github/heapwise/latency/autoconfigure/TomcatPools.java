package io.github.heapwise.latency.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.github.heapwise.latency.ExecutorPool;
import io.github.heapwise.latency.Pool;
import io.github.heapwise.latency.PoolKind;
import io.github.heapwise.latency.PoolState;
import io.github.heapwise.latency.WorkSource;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * The pools that serve the requests of Tomcat. None where it starts a virtual thread for
 * each.
 */
final class TomcatPools implements WorkSource {

	private static final String NAME = "tomcat";

	private final ApplicationContext context;

	TomcatPools(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public List<Pool> pools() {
		if (this.context instanceof WebServerApplicationContext web
				&& web.getWebServer() instanceof TomcatWebServer tomcat) {
			return Arrays.stream(tomcat.getTomcat().getService().findConnectors())
				.flatMap((connector) -> pool(connector.getProtocolHandler().getExecutor()))
				.toList();
		}
		return List.of();
	}

	private static Stream<Pool> pool(Executor executor) {
		if (executor instanceof ThreadPoolExecutor own) {
			return Stream.of(new TomcatPool(own));
		}
		if (executor instanceof java.util.concurrent.ThreadPoolExecutor given) {
			return Stream.of(new ExecutorPool(NAME, PoolKind.TOMCAT, given));
		}
		return Stream.empty();
	}

	/**
	 * Tomcat's own kind of pool. It starts a thread rather than queue a task as long as
	 * it may, for ours as for a request.
	 *
	 * @param executor the pool
	 */
	private record TomcatPool(ThreadPoolExecutor executor) implements Pool {

		@Override
		public String name() {
			return NAME;
		}

		@Override
		public PoolKind kind() {
			return PoolKind.TOMCAT;
		}

		@Override
		public PoolState state() {
			if (this.executor.isShutdown()) {
				return PoolState.SHUTDOWN;
			}
			int queued = this.executor.getQueue().size();
			boolean room = PoolState.hasRoom(queued, this.executor.getQueue().remainingCapacity());
			return new PoolState(this.executor.getActiveCount(), this.executor.getMaximumPoolSize(), queued, room,
					false);
		}

	}

}
