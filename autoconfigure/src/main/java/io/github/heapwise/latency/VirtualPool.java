package io.github.heapwise.latency;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * The carriers of virtual threads. A task waits in it from the start of a virtual thread
 * to its first step. From JDK 21 on; how many carriers are at work is told from 24 on,
 * and before then they are never taken for idle.
 */
public final class VirtualPool implements Pool {

	private final Executor executor;

	private final VirtualThreadScheduler scheduler = VirtualThreadScheduler.find();

	private VirtualPool(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Return the carriers of this JVM.
	 * @return the pool
	 * @throws IllegalStateException if it has no virtual threads
	 */
	public static Pool create() {
		ThreadFactory threads = factory();
		return new VirtualPool((task) -> threads.newThread(task).start());
	}

	@Override
	public String name() {
		return "virtual";
	}

	@Override
	public PoolKind kind() {
		return PoolKind.VIRTUAL;
	}

	@Override
	public Executor executor() {
		return this.executor;
	}

	@Override
	public PoolState state() {
		return this.scheduler.state();
	}

	// Thread.ofVirtual().name("heapwise-probe").factory(), which is more than JDK 17 has
	private static ThreadFactory factory() {
		try {
			Class<?> type = Class.forName("java.lang.Thread$Builder");
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			builder = type.getMethod("name", String.class).invoke(builder, "heapwise-probe");
			return (ThreadFactory) type.getMethod("factory").invoke(builder);
		}
		catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("This JVM has no virtual threads", ex);
		}
	}

}
