package io.github.heapwise.route.autoconfigure;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Filter that follows requests to WebFlux where nobody observes them. Its name does not
 * end with 'Filter': the profiler knows requests to Heapwise by that.
 */
final class UnobservedExchanges implements WebFilter {

	private final GuardedAccounting<UnobservedExchange> accounting;

	UnobservedExchanges(GuardedAccounting<UnobservedExchange> accounting) {
		this.accounting = accounting;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		UnobservedExchange current = new UnobservedExchange(exchange);
		return chain.filter(exchange)
			.doFirst(() -> this.accounting.started(current))
			.doOnError(current::failed)
			.doFinally((signal) -> this.accounting.stopped(current));
	}

}
