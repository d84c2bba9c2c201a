package com.example.names.browser;

/**
 * Auto-configurations of what is on the class path of the tests but not part of every
 * application.
 */
final class Exclusions {

	private static final String BOOT = "org.springframework.boot.";

	static final String SECURITY = BOOT + "security.autoconfigure.UserDetailsServiceAutoConfiguration," + BOOT
			+ "security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration," + BOOT
			+ "security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration," + BOOT
			+ "security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration," + BOOT
			+ "security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration," + BOOT
			+ "security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration," + BOOT
			+ "security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration";

	static final String THYMELEAF = BOOT + "thymeleaf.autoconfigure.ThymeleafAutoConfiguration";

	// So that Netty serves it.
	static final String TOMCAT = BOOT + "tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration," + BOOT
			+ "tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

	private Exclusions() {
	}

}
