package com.example.names.container;

import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample where nothing can be written, not even to the temporary directory, but what
 * Tomcat does not start without.
 */
@ContainerTest
class ReadOnlyContainerIntegrationTests {

	// Tomcat writes to its base directory. It takes one of this name as that of its
	// documents, for which it would want a temporary one.
	private static final String WRITABLE = "/public";

	@Test
	void withoutAPlaceForRecordingsTheApplicationServesOnAndTheProfileSaysWhatToDo() throws Exception {
		try (SampleContainer sample = sample()) {
			sample.start();
			await().atMost(1, TimeUnit.MINUTES)
				.untilAsserted(() -> assertThat(sample.allocations().statusCode()).isEqualTo(503));
			HttpResponse<String> problem = sample.allocations();
			assertThat(problem.body())
				.contains("Make the temporary directory writable or set 'heapwise.jfr.repository'")
				.doesNotContain("/tmp");
			assertThat(sample.actuator("/memory/ui", "text/html").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void recordingsGoWhereThePropertySays() throws Exception {
		String repository = WRITABLE + "/recordings";
		try (SampleContainer sample = sample().withEnv("HEAPWISE_JFR_REPOSITORY", repository)) {
			sample.start();
			sample.awaitRecording();
			assertThat(sample.execInContainer("ls", repository).getStdout()).isNotBlank();
		}
	}

	private static SampleContainer sample() {
		return new SampleContainer(DataSize.ofMegabytes(256)).writingOnlyTo(WRITABLE)
			.withEnv("SERVER_TOMCAT_BASEDIR", WRITABLE);
	}

}
