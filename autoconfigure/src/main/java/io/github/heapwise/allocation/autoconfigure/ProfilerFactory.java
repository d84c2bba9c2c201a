package io.github.heapwise.allocation.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.AllocationSettings;
import io.github.heapwise.allocation.ApplicationCode;
import io.github.heapwise.allocation.RouteSources;
import io.github.heapwise.allocation.SurvivorSampling;
import io.github.heapwise.allocation.SurvivorTimes;
import io.github.heapwise.jfr.SharedEventStream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.util.ClassUtils;

/**
 * Makes what records allocations and knows the application it runs in.
 */
final class ProfilerFactory {

	private static final Log logger = LogFactory.getLog(AllocationProfiler.class);

	private final ConfigurableListableBeanFactory beanFactory;

	ProfilerFactory(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	AllocationProfiler create(AllocationProperties properties, SharedEventStream events, RouteSources routes) {
		AllocationSettings settings = new AllocationSettings(properties.window(), properties.retention(),
				properties.maxMemory().toBytes(), properties.maxNodes(), properties.cpuBudget(), code(properties),
				OwnRequests::isEntryPoint, routes);
		return new AllocationProfiler(settings, events, Clock.systemUTC(), logger::warn);
	}

	SurvivorSampling survivorSampling(AllocationProperties properties, SharedEventStream events) {
		return new SurvivorSampling(events, code(properties), OwnRequests::isEntryPoint, SurvivorTimes.DEFAULT,
				Clock.systemUTC(), logger::warn);
	}

	private ApplicationCode code(AllocationProperties properties) {
		return new ApplicationCode(basePackages(properties), applicationClass(), classLoader());
	}

	private List<String> basePackages(AllocationProperties properties) {
		List<String> packages = new ArrayList<>(properties.basePackages());
		if (AutoConfigurationPackages.has(this.beanFactory)) {
			packages.addAll(AutoConfigurationPackages.get(this.beanFactory));
		}
		return packages;
	}

	private ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : ClassLoader.getSystemClassLoader();
	}

	private @Nullable Class<?> applicationClass() {
		String[] names = this.beanFactory.getBeanNamesForAnnotation(SpringBootConfiguration.class);
		Class<?> type = (names.length > 0) ? this.beanFactory.getType(names[0]) : null;
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

}
