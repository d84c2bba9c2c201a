package com.example.names.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadReport}.
 */
class LoadReportTests {

	private static final Path FILE = Path.of("/app/target/flamegraph.html");

	private static final URI PAGE = URI.create("http://127.0.0.1:8080/actuator/memory/ui");

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final LoadReport report = new LoadReport(new PrintStream(this.bytes, true, StandardCharsets.UTF_8));

	@Test
	void reportReadsLikeTheGoldenFile() throws IOException {
		this.report.start(new LoadPlan(URI.create("http://127.0.0.1:8080/"), 10, 3, PAGE, PAGE));
		this.report.results(measurements(), new AllocatedBytes(13_600_000, true));
		this.report.functions(profile(),
				List.of(new FunctionAllocation("com.example.names.LeakingNames.name", 2_720_000),
						new FunctionAllocation("com.example.names.NamesController.index", 1_200)),
				1_000);
		this.report.flamegraph(FILE);
		this.report.page(PAGE);
		assertThat(printed()).isEqualToNormalizingNewlines(
				new ClassPathResource("report.txt", getClass()).getContentAsString(StandardCharsets.UTF_8)
					.replace("{file}", FILE.toAbsolutePath().toString()));
	}

	@Test
	void bytesOfLiveThreadsAreCalledTooLittle() {
		this.report.results(measurements(), new AllocatedBytes(13_600_000, false));
		assertThat(printed()).contains("13.6 kB allocated per request (13.6 MB, by the threads still alive, "
				+ "which is too little: this JVM forgets what ended threads allocated)");
	}

	@Test
	void bytesThatAreNotCountedAreNotGuessed() {
		this.report.results(measurements(), AllocatedBytes.UNKNOWN);
		assertThat(printed()).contains("Bytes allocated per request are not known");
	}

	@Test
	void loadWithoutAnswersHasNoBytesPerRequest() {
		this.report.results(new Measurements(3), new AllocatedBytes(2_000, true));
		assertThat(printed())
			.contains("- allocated per request (2.00 kB, counted by the JVM, Heapwise's own included)");
	}

	@Test
	void problemIsItsSentence() {
		this.report.problem(new IOException("GET /x answered 503: JFR is not available"));
		assertThat(printed()).isEqualToNormalizingNewlines("GET /x answered 503: JFR is not available\n");
	}

	private static Measurements measurements() {
		Measurements measurements = new Measurements(3);
		for (int request = 0; request < 1_000; request++) {
			int second = (request < 200) ? 0 : (request < 600) ? 1 : 2;
			measurements.response(second, request * 10_000L, (request % 500 == 0) ? 500 : 200, 330);
		}
		measurements.error();
		measurements.timeout();
		return measurements;
	}

	private static AllocationProfile profile() {
		AllocationProfile.Meta meta = new AllocationProfile.Meta(Instant.parse("2026-11-23T10:00:00Z"),
				Instant.parse("2026-11-23T10:00:10Z"), 13_000_000, 400_000, 1_479, 0.026,
				new AllocationProfile.Recorder("recording"));
		return new AllocationProfile(meta, List.of("all"), new int[] { 4 }, new int[] { 0 }, new int[] { 0 },
				new long[] { 13_000_000 });
	}

	private String printed() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

}
