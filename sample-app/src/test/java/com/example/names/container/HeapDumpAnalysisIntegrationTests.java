package com.example.names.container;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A dump of some 500 MB, analysed in a container that has little left for that.
 */
@ContainerTest
class HeapDumpAnalysisIntegrationTests {

	private static final DataSize ENOUGH = DataSize.ofMegabytes(1400);

	private static final long FILLED_BYTES = 420_000_000;

	private static final long DUMP_BYTES = 500L << 20;

	private static final int VISITS = 100;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	@Test
	void with200MegabytesLeftADumpIsAnalysedAndTheApplicationLivesOn() throws Exception {
		try (SampleContainer sample = sample()) {
			sample.start();
			fill(sample);
			leave(sample, DataSize.ofMegabytes(200));
			JsonNode dump = dumpOf(sample);
			assertThat(dump.at("/analysis/state").stringValue()).as("%s", dump).isEqualTo("done");
			assertThat(dump.at("/sizeBytes").longValue()).isGreaterThanOrEqualTo(DUMP_BYTES);
			assertThat(dump.at("/totals/reachableObjects").longValue()).isPositive();
			assertThat(sample.getLogs()).doesNotContain("inside the application");
			assertThat(sample.isRunning()).isTrue();
			assertThat(sample.actuator("/memory", "application/json").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void with100MegabytesLeftTheAnalysisIsRefusedWithTheFigures() throws Exception {
		try (SampleContainer sample = sample()) {
			sample.start();
			fill(sample);
			leave(sample, DataSize.ofMegabytes(100));
			JsonNode dump = dumpOf(sample);
			assertThat(dump.at("/sizeBytes").longValue()).isGreaterThanOrEqualTo(DUMP_BYTES);
			assertThat(dump.at("/state").stringValue()).isEqualTo("ready");
			assertThat(dump.at("/analysis/state").stringValue()).isEqualTo("refused");
			assertThat(dump.at("/analysis/reason").stringValue())
				.matches("Heap dump not analysed: \\d+ MB of memory left below the limit of .*, about 154 MB needed");
			assertThat(sample.isRunning()).isTrue();
		}
	}

	// All of the heap is in memory from the start, and little is compiled, so that what
	// the application takes hardly changes. Most of it is garbage, which a dump has as
	// well.
	private static SampleContainer sample() {
		return new SampleContainer(ENOUGH)
			.withJvmOptions("-XX:+UseSerialGC", "-Xms560m", "-Xmx560m", "-Xmn480m", "-XX:SurvivorRatio=20",
					"-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1")
			.withEnv("HEAPWISE_EXPOSE", "all")
			.withEnv("MANAGEMENT_ENDPOINT_HEAPDUMPS_ACCESS", "unrestricted");
	}

	private static void fill(SampleContainer sample) {
		await().atMost(PATIENCE).until(() -> {
			sample.visit(VISITS);
			return memory(sample).at("/heap/usedBytes").longValue() > FILLED_BYTES;
		});
	}

	private static void leave(SampleContainer sample, DataSize left) throws Exception {
		long takenBytes = ENOUGH.toBytes() - memory(sample).at("/process/headroomBytes").longValue();
		long limitBytes = takenBytes + left.toBytes();
		sample.limit(DataSize.ofBytes(limitBytes));
		await().atMost(PATIENCE)
			.until(() -> memory(sample).at("/process/limitBytes").longValue() / 4096 == limitBytes / 4096);
	}

	private static JsonNode dumpOf(SampleContainer sample) throws Exception {
		HttpResponse<String> accepted = sample.trigger("/heapdumps");
		assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
		String path = "/heapdumps/" + JsonMapper.shared().readTree(accepted.body()).at("/id").stringValue();
		return await().atMost(PATIENCE)
			.until(() -> read(sample, path), (dump) -> dump.at("/state").stringValue().matches("ready|failed"));
	}

	private static JsonNode memory(SampleContainer sample) throws Exception {
		return read(sample, "/memory");
	}

	private static JsonNode read(SampleContainer sample, String path) throws Exception {
		HttpResponse<String> answer = sample.actuator(path, "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

}
