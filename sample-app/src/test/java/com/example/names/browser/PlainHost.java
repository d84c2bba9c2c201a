package com.example.names.browser;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An application without views. Not a component: the sample, in whose package it is,
 * would find it.
 */
@EnableAutoConfiguration
class PlainHost {

	@Bean
	RouterFunction<ServerResponse> hello() {
		return RouterFunctions.route().GET("/", (request) -> ServerResponse.ok().body("hello")).build();
	}

}
