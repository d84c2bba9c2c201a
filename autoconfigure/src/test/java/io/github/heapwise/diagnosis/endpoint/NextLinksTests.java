package io.github.heapwise.diagnosis.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.endpoint.EndpointLinks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * Tests for {@link NextLinks}.
 */
class NextLinksTests {

	@Test
	void leadsFromTheDiagnosisToThePage() {
		NextLinks links = links(endpoint("memorydiagnosis", "memory/diagnosis"), endpoint("memoryui", "memory/ui"));
		assertThat(links.url(next("gc", Map.of()))).isEqualTo("ui/gc");
		assertThat(links.url(next("overview", Map.of()))).isEqualTo("ui");
	}

	@Test
	void followsWhereTheUserMapsTheEndpoints() {
		NextLinks links = links(endpoint("memorydiagnosis", "why"), endpoint("memoryui", "dash board/pages"));
		assertThat(links.url(next("gc", Map.of()))).isEqualTo("dash%20board/pages/gc");
		NextLinks below = links(endpoint("memorydiagnosis", "a/b/why"), endpoint("memoryui", "pages"));
		assertThat(below.url(next("gc", Map.of()))).isEqualTo("../../pages/gc");
	}

	@Test
	void encodesWhatRoutesAndThreadsAreCalled() {
		NextLinks links = links(endpoint("memorydiagnosis", "memory/diagnosis"), endpoint("memoryui", "memory/ui"));
		assertThat(links.url(next("routes", Map.of("route", "GET /a?b&c=\"><script>", "from", "-5m"))))
			.isEqualTo("ui/routes?from=-5m&route=GET%20%2Fa%3Fb%26c%3D%22%3E%3Cscript%3E");
		assertThat(links.url(next("javascript:alert(1)", Map.of()))).isEqualTo("ui/javascript%3Aalert%281%29");
	}

	@Test
	void thereIsNoLinkWhereThePagesAreNotExposed() {
		assertThat(links(endpoint("memorydiagnosis", "memory/diagnosis")).url(next("gc", Map.of()))).isNull();
		assertThat(new NextLinks(new EndpointLinks(() -> null)).url(next("gc", Map.of()))).isNull();
	}

	private static NextStep next(String page, Map<String, String> parameters) {
		return new NextStep("Look", page, parameters);
	}

	private static NextLinks links(@Nullable ExposableEndpoint<?>... endpoints) {
		EndpointsSupplier<ExposableEndpoint<?>> supplier = () -> List.copyOf(Arrays.asList(endpoints));
		PathMappedEndpoints mapped = new PathMappedEndpoints("/actuator", List.of(supplier));
		return new NextLinks(new EndpointLinks(() -> mapped));
	}

	private static ExposableEndpoint<?> endpoint(String id, String path) {
		ExposableEndpoint<?> endpoint = mock(ExposableEndpoint.class,
				withSettings().extraInterfaces(PathMappedEndpoint.class));
		given(endpoint.getEndpointId()).willReturn(EndpointId.of(id));
		given(((PathMappedEndpoint) endpoint).getRootPath()).willReturn(path);
		return endpoint;
	}

}
