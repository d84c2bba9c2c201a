package com.example.names.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Dumps of the sample are analysed in a process of its own, however the sample lies on
 * the disk.
 */
@EnabledOnOs(OS.LINUX)
class HeapDumpLayoutsIntegrationTests {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final String JAR = System.getProperty("sample.jar");

	private static final long MAX_MINUTES = 3;

	@TempDir
	private Path directory;

	@Test
	void inAJarOfJars() throws Exception {
		assertAnalysed("-jar", JAR);
	}

	@Test
	void extracted() throws Exception {
		extract("--destination", "extracted");
		assertAnalysed("-jar", this.directory.resolve("extracted").resolve(Path.of(JAR).getFileName()).toString());
	}

	// As the layers of an image are copied one over the other.
	@Test
	void inLayersWithALauncher() throws Exception {
		extract("--layers", "--launcher", "--destination", "layers");
		Path image = this.directory.resolve("image");
		try (Stream<Path> layers = Files.list(this.directory.resolve("layers"))) {
			for (Path layer : layers.toList()) {
				FileSystemUtils.copyRecursively(layer, image);
			}
		}
		assertAnalysed("-cp", image.toString(), "org.springframework.boot.loader.launch.JarLauncher");
	}

	private void extract(String... options) throws Exception {
		List<String> command = new ArrayList<>(List.of(JAVA, "-Djarmode=tools", "-jar", JAR, "extract"));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("extract.log").toFile())
			.start();
		assertThat(process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
	}

	private void assertAnalysed(String... launch) throws Exception {
		Process application = start(launch);
		try {
			await().atMost(MAX_MINUTES, TimeUnit.MINUTES).until(() -> log().contains("Started NamesApplication"));
			signal(application);
			await().atMost(MAX_MINUTES, TimeUnit.MINUTES).until(this::isAnalysed);
			assertThat(log()).doesNotContain("inside the application");
		}
		finally {
			application.destroyForcibly().waitFor();
		}
	}

	private Process start(String... launch) throws IOException {
		List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m"));
		command.addAll(List.of(launch));
		command.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--heapwise.heapdump.signal=USR1",
				"--heapwise.heapdump.directory=" + this.directory.resolve("dumps")));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("application.log").toFile());
		builder.environment().put("LOAD_SECONDS", "0");
		return builder.start();
	}

	private static void signal(Process process) throws Exception {
		Process kill = new ProcessBuilder("kill", "-USR1", String.valueOf(process.pid())).start();
		assertThat(kill.waitFor()).isZero();
	}

	private boolean isAnalysed() throws IOException {
		Path dumps = this.directory.resolve("dumps");
		if (!Files.isDirectory(dumps)) {
			return false;
		}
		try (Stream<Path> files = Files.list(dumps)) {
			List<String> names = files.map((file) -> file.getFileName().toString()).toList();
			return names.stream().anyMatch((name) -> name.endsWith(".hprof.hwi"))
					&& names.stream().noneMatch((name) -> name.endsWith(".analysis.jar"));
		}
	}

	private String log() throws IOException {
		return Files.readString(this.directory.resolve("application.log"));
	}

}
