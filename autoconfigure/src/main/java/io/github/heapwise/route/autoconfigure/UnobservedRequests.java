package io.github.heapwise.route.autoconfigure;

import java.io.IOException;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that follows requests where nobody observes them. Its name does not end with
 * 'Filter': the profiler knows requests to Heapwise by that.
 */
final class UnobservedRequests extends OncePerRequestFilter {

	private final GuardedAccounting<UnobservedRequest> accounting;

	UnobservedRequests(GuardedAccounting<UnobservedRequest> accounting) {
		this.accounting = accounting;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		UnobservedRequest known = UnobservedRequest.of(request);
		UnobservedRequest current = (known != null) ? known : start(request, response);
		this.accounting.opened(current);
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException | Error ex) {
			current.failed(ex);
			throw ex;
		}
		finally {
			this.accounting.closed(current);
			end(request, current);
		}
	}

	private UnobservedRequest start(HttpServletRequest request, HttpServletResponse response) {
		UnobservedRequest started = new UnobservedRequest(request, response);
		this.accounting.started(started);
		return started;
	}

	private void end(HttpServletRequest request, UnobservedRequest current) {
		if (request.isAsyncStarted() && request.getDispatcherType() == DispatcherType.REQUEST) {
			request.getAsyncContext().addListener(new End(current));
		}
		else if (!isAsyncDispatch(request)) {
			this.accounting.stopped(current);
		}
	}

	/**
	 * Ends a request when the last of its threads has.
	 */
	private final class End implements AsyncListener {

		private final UnobservedRequest current;

		private End(UnobservedRequest current) {
			this.current = current;
		}

		@Override
		public void onComplete(AsyncEvent event) {
			UnobservedRequests.this.accounting.stopped(this.current);
		}

		@Override
		public void onTimeout(AsyncEvent event) {
			UnobservedRequests.this.accounting.stopped(this.current);
		}

		@Override
		public void onError(AsyncEvent event) {
			@Nullable Throwable cause = event.getThrowable();
			if (cause != null) {
				this.current.failed(cause);
			}
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			event.getAsyncContext().addListener(this);
		}

	}

}
