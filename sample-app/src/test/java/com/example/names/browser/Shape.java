package com.example.names.browser;

import java.util.List;

/**
 * A way to run an application: which web stack, which ports and paths.
 */
enum Shape {

	MVC("", "/actuator"),

	MVC_MANAGEMENT_PORT("", "/actuator", "management.server.port=0", "management.server.address=127.0.0.1"),

	MVC_CONTEXT_PATH("/shop", "/shop/actuator", "server.servlet.context-path=/shop"),

	MVC_BASE_PATH("", "/manage", "management.endpoints.web.base-path=/manage"),

	MVC_SNAKE_CASE("", "/actuator", "spring.jackson.property-naming-strategy=SNAKE_CASE"),

	MVC_WITHOUT_THYMELEAF("", "/actuator",
			"spring.autoconfigure.exclude=" + Exclusions.SECURITY + "," + Exclusions.THYMELEAF),

	WEBFLUX("", "/actuator", "spring.main.web-application-type=reactive",
			"spring.autoconfigure.exclude=" + Exclusions.SECURITY + "," + Exclusions.TOMCAT),

	WEBFLUX_MANAGEMENT_PORT("", "/actuator", "spring.main.web-application-type=reactive", "management.server.port=0",
			"management.server.address=127.0.0.1",
			"spring.autoconfigure.exclude=" + Exclusions.SECURITY + "," + Exclusions.TOMCAT),

	WEBFLUX_CONTEXT_PATH("/shop", "/shop/actuator", "spring.main.web-application-type=reactive",
			"spring.webflux.base-path=/shop",
			"spring.autoconfigure.exclude=" + Exclusions.SECURITY + "," + Exclusions.TOMCAT),

	// The password is 'secret'.
	SECURED("", "/actuator", "spring.security.user.name=user",
			"spring.security.user.password=$2a$04$BbCQczu9KmB.sP2NwOMKL.iECwYYMKmZGER.rcW/YZljDni1fV2eq",
			"spring.main.sources=com.example.names.browser.QuickPasswords", "spring.autoconfigure.exclude=");

	private final String contextPath;

	private final String actuatorPath;

	private final List<String> properties;

	Shape(String contextPath, String actuatorPath, String... properties) {
		this.contextPath = contextPath;
		this.actuatorPath = actuatorPath;
		this.properties = List.of(properties);
	}

	String contextPath() {
		return this.contextPath;
	}

	String actuatorPath() {
		return this.actuatorPath;
	}

	List<String> properties() {
		return this.properties;
	}

}
