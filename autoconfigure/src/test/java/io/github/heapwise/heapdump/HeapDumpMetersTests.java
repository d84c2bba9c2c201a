package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapDumpMeters}.
 */
class HeapDumpMetersTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final HeapDumpMeters meters = new HeapDumpMeters();

	@Test
	void aDumpCountsWithItsPauseAndSize() {
		this.meters.bindTo(this.registry);
		this.meters
			.ended(DumpsUnderTest.stored(1, "20260102-030405-abcdef", DumpsUnderTest.facts(Instant.EPOCH, 42)).dump());
		assertThat(this.registry.get("heapwise.heapdump")
			.tags("trigger", "api", "outcome", "ready")
			.timer()
			.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1200);
		assertThat(this.registry.get("heapwise.heapdump.size")
			.tags("trigger", "api", "outcome", "ready")
			.summary()
			.totalAmount()).isEqualTo(42);
	}

	@Test
	void aDumpWhosePauseNobodyKnowsCounts() {
		this.meters.bindTo(this.registry);
		DumpFacts facts = new DumpFacts(Instant.EPOCH, -1, 42, false, -1, 2000, 3000, Map.of(), "jvm", "orders", "host",
				null);
		this.meters.ended(DumpsUnderTest.stored(1, "20260102-030405-abcdef", facts).dump());
		assertThat(this.registry.get("heapwise.heapdump").timer().count()).isEqualTo(1);
	}

	@Test
	void aDumpThatFailedCountsWithoutASize() {
		this.meters.bindTo(this.registry);
		this.meters.ended(new HeapDump("an-id", DumpTrigger.OUT_OF_MEMORY, "", false, Instant.EPOCH, DumpState.FAILED,
				0, null, null, "No"));
		assertThat(this.registry.get("heapwise.heapdump")
			.tags("trigger", "out-of-memory", "outcome", "failed")
			.timer()
			.count()).isEqualTo(1);
		assertThat(this.registry.find("heapwise.heapdump.size").summary()).isNull();
	}

}
