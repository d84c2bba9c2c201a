package io.github.heapwise.route.autoconfigure;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Adds the filter for unobserved requests, where there are such. It must add no frame to
 * the stacks of others, nor a line to their log, so it is no registration bean.
 */
final class UnobservedRequestsInitializer implements ServletContextInitializer, Ordered {

	// Where Boot puts the filter that observes.
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

	private static final boolean HANDLERS_ARE_REGISTERED = ClassUtils.isPresent(
			"org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer",
			UnobservedRequestsInitializer.class.getClassLoader());

	private final UnobservedRequests filter;

	private final ListableBeanFactory beanFactory;

	private final Environment environment;

	UnobservedRequestsInitializer(UnobservedRequests filter, ListableBeanFactory beanFactory, Environment environment) {
		this.filter = filter;
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void onStartup(ServletContext servletContext) throws ServletException {
		if (!isObserved()) {
			FilterRegistrationBean<UnobservedRequests> registration = new FilterRegistrationBean<>(this.filter);
			registration.setName("heapwiseUnobservedRequests");
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
			registration.onStartup(servletContext);
		}
	}

	private boolean isObserved() {
		return HANDLERS_ARE_REGISTERED && hasObservationFilter() && ObservedRequests
			.in(this.beanFactory.getBeanProvider(ObservationRegistry.class).getIfUnique(), this.environment);
	}

	private boolean hasObservationFilter() {
		ResolvableType filterType = ResolvableType.forClass(ServerHttpObservationFilter.class);
		ResolvableType registrationType = ResolvableType.forClassWithGenerics(FilterRegistrationBean.class, filterType);
		return this.beanFactory.getBeanNamesForType(registrationType).length > 0
				|| this.beanFactory.getBeanNamesForType(filterType).length > 0;
	}

}
