package io.github.heapwise.route.autoconfigure;

import java.util.concurrent.Callable;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Follows requests to the threads on which Spring MVC runs what handlers return: a
 * {@link Callable}, or a body that is streamed.
 */
final class RequestTasks implements CallableProcessingInterceptor {

	private final GuardedAccounting<ServerRequestObservationContext> observed;

	private final GuardedAccounting<UnobservedRequest> unobserved;

	// By the end of the task the container may have taken the request back.
	private final ThreadLocal<Runnable> atEnd = new ThreadLocal<>();

	RequestTasks(GuardedAccounting<ServerRequestObservationContext> observed,
			GuardedAccounting<UnobservedRequest> unobserved) {
		this.observed = observed;
		this.unobserved = unobserved;
	}

	@Override
	public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
		HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
		if (servletRequest != null) {
			open(servletRequest);
		}
	}

	@Override
	public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object concurrentResult) {
		Runnable end = this.atEnd.get();
		if (end != null) {
			this.atEnd.remove();
			end.run();
		}
	}

	private void open(HttpServletRequest request) {
		UnobservedRequest own = UnobservedRequest.of(request);
		if (own != null) {
			open(this.unobserved, own);
			return;
		}
		ServerHttpObservationFilter.findObservationContext(request)
			.ifPresent((context) -> open(this.observed, context));
	}

	private <C> void open(GuardedAccounting<C> accounting, C request) {
		accounting.opened(request);
		this.atEnd.set(() -> accounting.closed(request));
	}

}
