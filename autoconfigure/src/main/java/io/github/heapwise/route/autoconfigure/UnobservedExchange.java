package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.route.RequestTally;
import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * A request to WebFlux that no observation is made of.
 */
final class UnobservedExchange {

	private final ServerWebExchange exchange;

	private final RequestTally tally = new RequestTally();

	private volatile @Nullable Throwable error;

	UnobservedExchange(ServerWebExchange exchange) {
		this.exchange = exchange;
	}

	ServerWebExchange exchange() {
		return this.exchange;
	}

	RequestTally tally() {
		return this.tally;
	}

	@Nullable Throwable error() {
		return this.error;
	}

	void failed(Throwable cause) {
		this.error = cause;
	}

}
