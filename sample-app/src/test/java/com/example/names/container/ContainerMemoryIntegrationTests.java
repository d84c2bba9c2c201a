package com.example.names.container;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Heapwise knows in a container with 256 MB.
 */
@ContainerTest
class ContainerMemoryIntegrationTests {

	private static final long LIMIT_BYTES = 268_435_456;

	private static SampleContainer sample;

	@BeforeAll
	static void start() {
		sample = new SampleContainer(DataSize.ofBytes(LIMIT_BYTES));
		sample.start();
	}

	@AfterAll
	static void stop() {
		sample.stop();
	}

	@Test
	void limitIsThatOfTheContainer() throws Exception {
		JsonNode process = process();
		assertThat(process.at("/limitBytes").longValue()).isEqualTo(LIMIT_BYTES);
		assertThat(process.at("/limitSource").stringValue()).isEqualTo(limitSource());
	}

	@Test
	void headroomIsWhatTheContainerHasLeft() throws Exception {
		JsonNode process = process();
		assertThat(process.at("/residentBytes").longValue()).isBetween(1L, LIMIT_BYTES);
		assertThat(process.at("/headroomBytes").longValue()).isBetween(0L, LIMIT_BYTES);
	}

	@Test
	void textForTerminalsNamesTheLimit() throws Exception {
		HttpResponse<String> memory = sample.actuator("/memory", "text/plain");
		assertThat(memory.statusCode()).isEqualTo(200);
		assertThat(memory.body()).containsPattern("\\b256(\\.0)? MiB\\b");
	}

	@Test
	void allocationsAreRecordedAndShown() throws Exception {
		sample.awaitRecording();
		assertThat(sample.actuator("/memory/ui", "text/html").statusCode()).isEqualTo(200);
		assertThat(sample.actuator("/memory/ui/allocations", "text/html").statusCode()).isEqualTo(200);
	}

	private static JsonNode process() throws Exception {
		HttpResponse<String> memory = sample.actuator("/memory", "application/json");
		assertThat(memory.statusCode()).isEqualTo(200);
		return JsonMapper.shared().readTree(memory.body()).get("process");
	}

	private static String limitSource() throws Exception {
		String groups = sample.execInContainer("ls", "/sys/fs/cgroup").getStdout();
		return groups.contains("cgroup.controllers") ? "cgroup-v2" : "cgroup-v1";
	}

}
