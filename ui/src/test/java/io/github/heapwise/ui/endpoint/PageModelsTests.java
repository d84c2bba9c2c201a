package io.github.heapwise.ui.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import io.github.heapwise.ui.FormToken;
import io.github.heapwise.ui.Page;
import io.github.heapwise.ui.PageModel;
import io.github.heapwise.ui.RunningJvm;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PageModels}.
 */
class PageModelsTests {

	private static final FormToken TOKEN = new FormToken("X-CSRF-TOKEN", "secret");

	@Test
	void aCollectionMayBeRunWhereAccessIsUnrestricted() {
		assertThat(model(Access.UNRESTRICTED, HeapwiseEndpoint.UI, HeapwiseEndpoint.GC).mayCollect()).isTrue();
	}

	@Test
	void aCollectionMayNotBeRunWhereAccessIsForReadingOnly() {
		assertThat(model(Access.READ_ONLY, HeapwiseEndpoint.UI, HeapwiseEndpoint.GC).mayCollect()).isFalse();
	}

	@Test
	void aCollectionMayNotBeRunWhereTheEndpointIsNotExposed() {
		assertThat(model(Access.UNRESTRICTED, HeapwiseEndpoint.UI).mayCollect()).isFalse();
	}

	@Test
	void heapDumpsMayBeTakenWhereAccessToThemIsUnrestricted() {
		assertThat(model(Access.UNRESTRICTED, HeapwiseEndpoint.UI, HeapwiseEndpoint.HEAP_DUMPS).mayDump()).isTrue();
		assertThat(model(Access.READ_ONLY, HeapwiseEndpoint.UI, HeapwiseEndpoint.HEAP_DUMPS).mayDump()).isFalse();
		assertThat(model(Access.UNRESTRICTED, HeapwiseEndpoint.UI).mayDump()).isFalse();
	}

	@Test
	void aTokenIsAskedForOnlyForPagesThatCanUseIt() {
		HeapwiseEndpoint[] all = HeapwiseEndpoint.values();
		assertThat(models(Access.UNRESTRICTED, all).page(Page.GC, "0").formToken()).isEqualTo(TOKEN);
		assertThat(models(Access.UNRESTRICTED, all).page(Page.HEAPDUMPS, "0").formToken()).isEqualTo(TOKEN);
		assertThat(models(Access.UNRESTRICTED, all).page(Page.HEAPDUMP, "0").formToken()).isEqualTo(TOKEN);
		assertThat(models(Access.UNRESTRICTED, all).page(Page.OVERVIEW, "0").formToken()).isNull();
		assertThat(models(Access.READ_ONLY, all).page(Page.HEAPDUMPS, "0").formToken()).isNull();
	}

	@Test
	void everyPageLinksToEveryPage() {
		assertThat(model(Access.READ_ONLY, HeapwiseEndpoint.UI).pages()).containsEntry("overview", "../ui")
			.containsEntry("diagnosis", "diagnosis")
			.containsEntry("memory", "memory")
			.containsEntry("gc", "gc")
			.containsEntry("latency", "latency")
			.containsEntry("allocations", "allocations")
			.containsEntry("routes", "routes")
			.containsEntry("heapdumps", "heapdumps")
			.containsEntry("heapdump", "heapdump")
			.hasSameSizeAs(Page.values());
	}

	private static PageModel model(Access access, HeapwiseEndpoint... exposed) {
		return models(access, exposed).page(Page.GC, "0");
	}

	private static PageModels models(Access access, HeapwiseEndpoint... exposed) {
		List<ExposableWebEndpoint> endpoints = Arrays.stream(exposed).map(PageModelsTests::endpoint).toList();
		EndpointsSupplier<ExposableWebEndpoint> supplier = () -> endpoints;
		PathMappedEndpoints paths = new PathMappedEndpoints("/actuator", List.<EndpointsSupplier<?>>of(supplier));
		return new PageModels(RunningJvm.describe("shop"), () -> paths, Optional::empty, (id, defaultAccess) -> access,
				() -> TOKEN);
	}

	private static ExposableWebEndpoint endpoint(HeapwiseEndpoint endpoint) {
		ExposableWebEndpoint exposable = mock(ExposableWebEndpoint.class);
		EndpointId id = endpoint.id();
		given(exposable.getEndpointId()).willReturn(id);
		given(exposable.getRootPath()).willReturn(endpoint.rootPath());
		return exposable;
	}

}
