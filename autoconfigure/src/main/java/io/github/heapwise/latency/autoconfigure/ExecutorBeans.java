package io.github.heapwise.latency.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;

import io.github.heapwise.latency.ExecutorPool;
import io.github.heapwise.latency.Pool;
import io.github.heapwise.latency.PoolKind;
import io.github.heapwise.latency.WorkSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolExecutorFactoryBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Pools among the beans of the application, as far as they have been created: none is
 * because of us.
 */
final class ExecutorBeans implements WorkSource {

	private final ConfigurableListableBeanFactory beans;

	ExecutorBeans(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<Pool> pools() {
		return Arrays.stream(this.beans.getBeanNamesForType(Executor.class, true, false)).flatMap(this::pool).toList();
	}

	private Stream<Pool> pool(String beanName) {
		Object bean = this.beans.containsSingleton(beanName) ? this.beans.getSingleton(beanName) : null;
		ThreadPoolExecutor executor = (bean != null) ? executor(bean) : null;
		return (executor != null) ? Stream.of(new ExecutorPool(beanName, PoolKind.EXECUTOR, executor)) : Stream.empty();
	}

	private static @Nullable ThreadPoolExecutor executor(Object bean) {
		if (bean instanceof ThreadPoolExecutor executor) {
			return executor;
		}
		try {
			return unwrap(bean);
		}
		catch (IllegalStateException ex) {
			// it is not initialized, or was shut down
			return null;
		}
	}

	private static @Nullable ThreadPoolExecutor unwrap(Object bean) {
		if (bean instanceof ThreadPoolTaskExecutor executor) {
			return executor.getThreadPoolExecutor();
		}
		if (bean instanceof ThreadPoolTaskScheduler scheduler) {
			return scheduler.getScheduledThreadPoolExecutor();
		}
		Object wrapped = null;
		if (bean instanceof ConcurrentTaskExecutor executor) {
			wrapped = executor.getConcurrentExecutor();
		}
		if (bean instanceof ThreadPoolExecutorFactoryBean factory) {
			wrapped = factory.getObject();
		}
		return (wrapped instanceof ThreadPoolExecutor executor) ? executor : null;
	}

}
