package com.example.names.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.example.names.NamesApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample with its load, as the command of the README starts it.
 */
@ExtendWith(OutputCaptureExtension.class)
class LoadAfterStartIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	@Test
	void applicationReportsTheLoadAndKeepsServing(CapturedOutput output) throws Exception {
		Path flamegraph = Path.of("target/flamegraph.html").toAbsolutePath();
		Files.deleteIfExists(flamegraph);
		try (ConfigurableApplicationContext application = run("--load.seconds=10")) {
			String port = application.getEnvironment().getRequiredProperty("local.server.port");
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(output.getOut()).contains("Live page: "));
			assertThat(output.getOut()).contains("Loading http://127.0.0.1:" + port + "/ with 10 connections for 10 s")
				.contains(" requests in 10 s, ", " 0 non-2xx responses, 0 errors (0 timeouts)")
				.contains(" allocated per request (", ", counted by the JVM, ")
				.containsPattern(
						"\\| Function of the application .*\\R.*\\R\\| com\\.example\\.names\\.LeakingNames\\.name ")
				.contains("Flamegraph: " + flamegraph)
				.contains("Live page:  http://127.0.0.1:" + port + "/actuator/memory/ui")
				.doesNotContain("Exception");
			assertThat(flamegraph).content().startsWithIgnoringCase("<!doctype html>").contains("id=\"profile\"");
			assertThat(application.isRunning()).isTrue();
		}
	}

	@Test
	void applicationWithoutLoadTellsWhereThePageIs(CapturedOutput output) {
		try (ConfigurableApplicationContext application = run("--load.seconds=0")) {
			String port = application.getEnvironment().getRequiredProperty("local.server.port");
			assertThat(output.getOut()).contains("Live page:  http://127.0.0.1:" + port + "/actuator/memory/ui")
				.doesNotContain("Loading http");
		}
	}

	@Test
	void applicationEndsAfterTheReportIfToldTo(@TempDir Path directory) throws Exception {
		runToEnd(directory, "-cp", System.getProperty("java.class.path"), NamesApplication.class.getName());
	}

	@Test
	void executableJarDoesTheSame(@TempDir Path directory) throws Exception {
		runToEnd(directory, "-jar", System.getProperty("sample.jar"));
	}

	private static void runToEnd(Path directory, String... application) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
		command.addAll(List.of(application));
		command.addAll(List.of("--server.port=0", "--load.seconds=1", "--load.exit=true"));
		Path target = Files.createDirectory(directory.resolve("target"));
		Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
		try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
			assertThat(lines.toList()).anyMatch((line) -> line.contains(" requests in 1 s, "))
				.anyMatch((line) -> line.startsWith("Live page:  http://127.0.0.1:"))
				.noneMatch((line) -> line.contains("inside the application"));
		}
		assertThat(process.waitFor()).isZero();
		assertThat(target.resolve("flamegraph.html")).isNotEmptyFile();
	}

	private static ConfigurableApplicationContext run(String load) {
		return SpringApplication.run(NamesApplication.class, "--server.port=0", load);
	}

}
