package io.github.heapwise.latency;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * What the JDK tells of the scheduler of virtual threads: since 24 all, before then next
 * to nothing.
 */
final class VirtualThreadScheduler {

	private static final String BEAN = "jdk.management.VirtualThreadSchedulerMXBean";

	private final @Nullable Object bean;

	private final @Nullable Class<?> type;

	private VirtualThreadScheduler(@Nullable Object bean, @Nullable Class<?> type) {
		this.bean = bean;
		this.type = type;
	}

	static VirtualThreadScheduler find() {
		try {
			Class<? extends PlatformManagedObject> type = Class.forName(BEAN).asSubclass(PlatformManagedObject.class);
			return new VirtualThreadScheduler(ManagementFactory.getPlatformMXBean(type), type);
		}
		catch (ClassNotFoundException | IllegalArgumentException ex) {
			return new VirtualThreadScheduler(null, null);
		}
	}

	PoolState state() {
		return new PoolState(number("getMountedVirtualThreadCount"), parallelism(),
				number("getQueuedVirtualThreadCount"), true, false);
	}

	private int parallelism() {
		Integer told = number("getParallelism");
		return (told != null) ? told : Integer.getInteger("jdk.virtualThreadScheduler.parallelism",
				Runtime.getRuntime().availableProcessors());
	}

	private @Nullable Integer number(String getter) {
		if (this.type == null) {
			return null;
		}
		try {
			Method method = this.type.getMethod(getter);
			long number = ((Number) method.invoke(this.bean)).longValue();
			return (number >= 0) ? (int) number : null;
		}
		catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException ex) {
			return null;
		}
	}

}
