package io.github.heapwise.route.autoconfigure;

import java.net.InetSocketAddress;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The port of a management server apart, whose requests are observed like those of the
 * application.
 */
final class ManagementPort {

	private static final int NONE = -1;

	private final Environment environment;

	private final boolean apart;

	// known once that server has started
	private volatile int port = NONE;

	ManagementPort(Environment environment) {
		this.environment = environment;
		this.apart = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
	}

	boolean isPortOf(ServerHttpRequest request) {
		InetSocketAddress address = this.apart ? request.getLocalAddress() : null;
		return address != null && address.getPort() == port();
	}

	private int port() {
		if (this.port == NONE) {
			this.port = this.environment.getProperty("local.management.port", Integer.class, NONE);
		}
		return this.port;
	}

}
