package io.github.heapwise.memory.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.jvm.PoolRole;
import io.github.heapwise.memory.MemoryHistory;
import io.github.heapwise.memory.MemoryMonitor;
import io.github.heapwise.memory.Snapshots;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryEndpoint} and {@link MemoryDescriptor}.
 */
class MemoryEndpointTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30.123456Z");

	private final MemoryEndpoint endpoint = new MemoryEndpoint(
			new MemoryMonitor(new MemoryHistory(Duration.ofSeconds(1), Duration.ofMinutes(1)), List.of(),
					Clock.fixed(NOW, ZoneOffset.UTC), new ArrayList<>()::add));

	@Test
	void memoryShouldBeJsonByDefault() {
		WebEndpointResponse<?> response = this.endpoint.memory(TextOrJson.JSON);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).hasToString("application/json");
		assertThat(((MemoryDescriptor) response.getBody()).time()).isEqualTo("2026-01-31T10:15:30.123Z");
		assertThat(TextOrJson.values()).endsWith(TextOrJson.JSON);
	}

	@Test
	void memoryAsTextShouldBeAScreen() {
		WebEndpointResponse<?> response = this.endpoint.memory(TextOrJson.TEXT);
		assertThat(response.getContentType()).hasToString("text/plain;charset=UTF-8");
		assertThat(response.getBody()).asString().startsWith("Heapwise   pid ").contains("\nheap ", "\nresident");
	}

	@Test
	void memoryForAClientOfTheActuatorShouldHaveItsType() {
		assertThat(this.endpoint.memory(null).getContentType())
			.hasToString("application/vnd.spring-boot.actuator.v3+json");
	}

	@Test
	void descriptorHasTheFiveNumbers() {
		long mib = 1 << 20;
		assertThat(MemoryDescriptor.of(Snapshots.full()).summary())
			.isEqualTo(new MemoryDescriptor.Summary(180 * mib, 64 * mib, 40 * mib, 11 * mib, 2 * mib));
	}

	@Test
	void descriptorHasTheWordsOfTheContract() {
		MemoryDescriptor memory = MemoryDescriptor.of(Snapshots.full());
		assertThat(memory.process().limitSource()).isEqualTo("cgroup-v2");
		assertThat(memory.pools()).extracting(MemoryDescriptor.Pool::kind).containsExactly("heap", "heap", "non-heap");
		assertThat(memory.pools()).extracting(MemoryDescriptor.Pool::role).containsExactly("eden", "old", "code-cache");
		assertThat(memory.nativeMemory().mode()).isEqualTo("exact");
	}

	@Test
	void whatIsNotKnownIsNullWithTheReason() {
		MemoryDescriptor memory = MemoryDescriptor.of(Snapshots.sparse());
		assertThat(memory.process())
			.isEqualTo(new MemoryDescriptor.Process(4711, null, null, null, null, null, "not told"));
		assertThat(memory.summary().residentBytes()).isNull();
		assertThat(memory.nativeMemory()).isEqualTo(new MemoryDescriptor.Native("unavailable", "not told", List.of()));
	}

}
