package io.github.heapwise.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EndpointPaths}.
 */
class EndpointPathsTests {

	private final Map<String, String> pathById = new LinkedHashMap<>(
			Map.of("memory", "memory", "memoryallocations", "memory/allocations", "memoryui", "memory/ui"));

	@Test
	void findShouldNameTheEndpointAndWhatFollows() {
		assertThat(find("/actuator", "/actuator/memory")).isEqualTo(target(HeapwiseEndpoint.MEMORY));
		assertThat(find("/actuator", "/actuator/memory/ui")).isEqualTo(target(HeapwiseEndpoint.UI));
		assertThat(find("/actuator", "/actuator/memory/ui/")).isEqualTo(target(HeapwiseEndpoint.UI));
		assertThat(find("/actuator", "/actuator/memory/ui/1f/css/base.css"))
			.isEqualTo(target(HeapwiseEndpoint.UI, "1f", "css", "base.css"));
	}

	@Test
	void findShouldLeaveOtherPathsAlone() {
		assertThat(find("/actuator", "/actuator")).isNull();
		assertThat(find("/actuator", "/actuator/health")).isNull();
		assertThat(find("/actuator", "/actuator/memoryless")).isNull();
		assertThat(find("/actuator", "/memory/ui")).isNull();
		assertThat(find("/actuator", "")).isNull();
	}

	@Test
	void theLongestPathWinsAlsoForForeignEndpoints() {
		this.pathById.put("orders", "memory/ui/orders");
		assertThat(find("/actuator", "/actuator/memory/ui/orders")).isNull();
		assertThat(find("/actuator", "/actuator/memory/ui/x")).isEqualTo(target(HeapwiseEndpoint.UI, "x"));
	}

	@Test
	void anEmptyBasePathLeavesTheEndpointsAtTheRoot() {
		assertThat(find("", "/memory/ui/x")).isEqualTo(target(HeapwiseEndpoint.UI, "x"));
		assertThat(find("/", "/memory/ui/x")).isEqualTo(target(HeapwiseEndpoint.UI, "x"));
		assertThat(find("/", "/orders")).isNull();
	}

	@Test
	void anEndpointMappedToTheBaseOwnsWhatNoOtherDoes() {
		this.pathById.put("memoryui", "/");
		this.pathById.put("health", "health");
		assertThat(find("/actuator", "/actuator/allocations")).isEqualTo(target(HeapwiseEndpoint.UI, "allocations"));
		assertThat(find("/actuator", "/actuator/health/db")).isNull();
	}

	private static EndpointTarget target(HeapwiseEndpoint endpoint, String... segments) {
		return new EndpointTarget(endpoint, List.of(segments));
	}

	private @Nullable EndpointTarget find(String basePath, String path) {
		List<ExposableWebEndpoint> endpoints = this.pathById.entrySet()
			.stream()
			.map((entry) -> endpoint(entry.getKey(), entry.getValue()))
			.toList();
		return new EndpointPaths(() -> new PathMappedEndpoints(basePath, (WebEndpointsSupplier) () -> endpoints))
			.find(path);
	}

	private static ExposableWebEndpoint endpoint(String id, String rootPath) {
		ExposableWebEndpoint endpoint = mock(ExposableWebEndpoint.class);
		given(endpoint.getEndpointId()).willReturn(EndpointId.of(id));
		given(endpoint.getRootPath()).willReturn(rootPath);
		return endpoint;
	}

}
