package com.example.names.browser;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A reactive application. Not the sample, whose page sometimes never ends on Netty (so it
 * does without Heapwise), and not a component, which the sample would find.
 */
@EnableAutoConfiguration
class ReactiveHost {

	@Bean
	RouterFunction<ServerResponse> hello() {
		return RouterFunctions.route().GET("/", (request) -> ServerResponse.ok().bodyValue("hello")).build();
	}

}
