package io.github.heapwise.latency.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.latency.Loop;
import io.github.heapwise.latency.LoopThread;
import io.github.heapwise.latency.WorkSource;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ThreadProperties;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerConfig;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * The event loops that Reactor Netty's server runs on. It alone knows which these are,
 * and tells when it binds its port.
 */
final class NettyLoops implements WorkSource, WebServerFactoryCustomizer<NettyReactiveWebServerFactory>, Ordered {

	private volatile @Nullable EventLoopGroup group;

	@Override
	public void customize(NettyReactiveWebServerFactory factory) {
		factory.addServerCustomizers((server) -> server.doOnBind(this::binds));
	}

	// last, so that whatever the application changes has been
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	private void binds(HttpServerConfig server) {
		this.group = server.loopResources().onServer(server.isPreferNative());
	}

	@Override
	public List<Loop> loops() {
		EventLoopGroup found = this.group;
		List<Loop> loops = new ArrayList<>();
		if (found != null) {
			for (EventExecutor executor : found) {
				if (executor instanceof SingleThreadEventLoop loop) {
					loops.add(new NettyLoop("loop-" + (loops.size() + 1), loop));
				}
			}
		}
		return loops;
	}

	/**
	 * An event loop of Netty.
	 *
	 * @param name how it is called: its thread has a name only once it is started
	 * @param executor the loop
	 */
	private record NettyLoop(String name, SingleThreadEventLoop executor) implements Loop {

		@Override
		public int pending() {
			return this.executor.pendingTasks();
		}

		// No thread is that of a loop which has none. All else that tells starts one.
		@Override
		public boolean hasThread() {
			return !this.executor.inEventLoop(null);
		}

		@Override
		public LoopThread thread() {
			ThreadProperties thread = this.executor.threadProperties();
			return new LoopThread(thread.id(), thread.name(), thread::stackTrace);
		}

		@Override
		public boolean isShutdown() {
			return this.executor.isShuttingDown();
		}

	}

}
