package io.github.heapwise.heapview;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.hprof.LargeDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnalyzeHeapDump} in a JVM that has nothing but our jar, by its
 * manifest.
 */
class AnalyzeHeapDumpIntegrationTests {

	private static final LargeDump.Size SIZE = new LargeDump.Size(100, 5000, 10, 20, 200);

	@TempDir
	private Path directory;

	@Test
	void dumpInDirectoryThatIsReadOnlyIsAnalysed() throws Exception {
		Path dumps = Files.createDirectory(this.directory.resolve("dumps"));
		Path dump = dumps.resolve("orders.hprof");
		LargeDump.write(dump, SIZE);
		Files.setPosixFilePermissions(dumps, PosixFilePermissions.fromString("r-xr-xr-x"));
		try {
			assertThat(analyse(dump.toString(), "--top", "3")).contains("Suspected to leak:")
				.anyMatch((line) -> line.startsWith("- One 'java.util.HashMap' held by static field "));
			assertThat(dumps).isDirectoryNotContaining("glob:**.hwi*");
		}
		finally {
			Files.setPosixFilePermissions(dumps, PosixFilePermissions.fromString("rwx------"));
		}
	}

	private List<String> analyse(String... args) throws Exception {
		Path ours = Path.of(AnalyzeHeapDump.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m"));
		command.addAll(Files.isDirectory(ours) ? List.of("-cp", ours.toString(), AnalyzeHeapDump.class.getName())
				: List.of("-jar", ours.toString()));
		command.addAll(List.of(args));
		Path errors = this.directory.resolve("errors.txt");
		Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
		List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
		return lines;
	}

}
