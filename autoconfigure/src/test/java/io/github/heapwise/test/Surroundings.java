package io.github.heapwise.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.WebApplicationType;

/**
 * A way to run an application: which web stack, which ports and paths.
 */
public enum Surroundings {

	MVC(WebApplicationType.SERVLET, "", "/actuator"),

	MVC_CONTEXT_PATH(WebApplicationType.SERVLET, "/shop", "/shop/actuator", "server.servlet.context-path=/shop"),

	MVC_SERVLET_PATH(WebApplicationType.SERVLET, "/mvc", "/mvc/actuator", "spring.mvc.servlet.path=/mvc"),

	MVC_BASE_PATH(WebApplicationType.SERVLET, "", "/manage", "management.endpoints.web.base-path=/manage"),

	MVC_NO_BASE_PATH(WebApplicationType.SERVLET, "", "", "management.endpoints.web.base-path=/"),

	MVC_MANAGEMENT_PORT(WebApplicationType.SERVLET, "", "/actuator", "management.server.port=0"),

	MVC_MANAGEMENT_PORT_AND_PATHS(WebApplicationType.SERVLET, "/shop", "/admin/manage", "management.server.port=0",
			"server.servlet.context-path=/shop", "management.server.base-path=/admin",
			"management.endpoints.web.base-path=/manage"),

	WEBFLUX(WebApplicationType.REACTIVE, "", "/actuator"),

	WEBFLUX_CONTEXT_PATH(WebApplicationType.REACTIVE, "/shop", "/shop/actuator", "spring.webflux.base-path=/shop"),

	WEBFLUX_BASE_PATH(WebApplicationType.REACTIVE, "", "/manage", "management.endpoints.web.base-path=/manage"),

	WEBFLUX_MANAGEMENT_PORT(WebApplicationType.REACTIVE, "", "/actuator", "management.server.port=0"),

	WEBFLUX_MANAGEMENT_PORT_AND_PATHS(WebApplicationType.REACTIVE, "", "/admin/manage", "management.server.port=0",
			"management.server.base-path=/admin", "management.endpoints.web.base-path=/manage");

	private final WebApplicationType type;

	private final String applicationPath;

	private final String actuatorPath;

	private final List<String> properties;

	Surroundings(WebApplicationType type, String applicationPath, String actuatorPath, String... properties) {
		this.type = type;
		this.applicationPath = applicationPath;
		this.actuatorPath = actuatorPath;
		this.properties = List.of(properties);
	}

	WebApplicationType type() {
		return this.type;
	}

	String applicationPath() {
		return this.applicationPath;
	}

	/**
	 * Return the path of the actuator as a browser sees it.
	 * @return the path, without a slash at the end
	 */
	public String actuatorPath() {
		return this.actuatorPath;
	}

	Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		this.properties.stream()
			.map((line) -> line.split("=", 2))
			.forEach((parts) -> properties.put(parts[0], parts[1]));
		return properties;
	}

	/**
	 * Return one of each stack.
	 * @return the plainest surroundings
	 */
	public static List<Surroundings> stacks() {
		return Arrays.asList(MVC, WEBFLUX);
	}

}
