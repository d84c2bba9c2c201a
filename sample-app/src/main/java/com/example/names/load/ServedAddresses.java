package com.example.names.load;

import java.net.URI;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the running application answers. Ports are known once the web server has started.
 */
@Component
class ServedAddresses {

	private static final String LOOPBACK = "127.0.0.1";

	private final Environment environment;

	private final PathMappedEndpoints endpoints;

	ServedAddresses(Environment environment, PathMappedEndpoints endpoints) {
		this.environment = environment;
		this.endpoints = endpoints;
	}

	URI application(String path) {
		return address("server", property("server.servlet.context-path") + path);
	}

	/**
	 * Where an endpoint answers, or would if it were exposed.
	 * @param id id of the endpoint
	 * @param usualPath path below the actuator's base unless remapped
	 * @return the address
	 */
	URI endpoint(String id, String usualPath) {
		String mapped = this.endpoints.getPath(EndpointId.of(id));
		String path = (mapped != null) ? mapped : this.endpoints.getBasePath() + "/" + usualPath;
		boolean ownPort = !property("local.management.port").equals(property("local.server.port"));
		return ownPort ? address("management", property("management.server.base-path") + path) : application(path);
	}

	private URI address(String server, String path) {
		String host = property(server + ".address");
		return URI.create(
				"http://" + (host.isEmpty() ? LOOPBACK : host) + ":" + property("local." + server + ".port") + path);
	}

	private String property(String name) {
		return this.environment.getProperty(name, "");
	}

}
