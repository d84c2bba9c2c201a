package com.example.names.load;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServedAddresses}.
 */
class ServedAddressesTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8080")
		.withProperty("local.management.port", "8080");

	@Test
	void applicationAnswersTheLoopbackAddress() {
		assertThat(addresses("/actuator").application("/simple")).hasToString("http://127.0.0.1:8080/simple");
	}

	@Test
	void endpointThatIsNotExposedHasItsUsualAddress() {
		assertThat(addresses("/actuator").endpoint("memoryui", "memory/ui"))
			.hasToString("http://127.0.0.1:8080/actuator/memory/ui");
	}

	@Test
	void contextPathAndBasePathStandBeforeTheEndpoint() {
		this.environment.setProperty("server.servlet.context-path", "/names");
		assertThat(addresses("/manage").endpoint("memoryui", "memory/ui"))
			.hasToString("http://127.0.0.1:8080/names/manage/memory/ui");
	}

	@Test
	void contextPathDoesNotReachTheManagementPort() {
		this.environment.setProperty("server.servlet.context-path", "/names");
		this.environment.setProperty("local.management.port", "9090");
		this.environment.setProperty("management.server.base-path", "/ops");
		assertThat(addresses("/actuator").endpoint("memoryui", "memory/ui"))
			.hasToString("http://127.0.0.1:9090/ops/actuator/memory/ui");
	}

	private ServedAddresses addresses(String basePath) {
		return new ServedAddresses(this.environment, new PathMappedEndpoints(basePath, List.of()));
	}

}
