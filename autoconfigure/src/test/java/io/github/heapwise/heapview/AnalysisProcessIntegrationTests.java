package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.LargeDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnalysisProcess} in a JVM that has nothing but our classes.
 */
class AnalysisProcessIntegrationTests {

	private static final LargeDump.Size SIZE = new LargeDump.Size(100_000, 20_000, 1000, 100, 1000);

	@TempDir
	private Path directory;

	@Test
	void needsNoLibraryAndSixtyFourMegabytes() throws Exception {
		Path dump = dump();
		Process process = start(dump);
		List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(lines).last().isEqualTo("done");
		assertThat(process.exitValue()).isZero();
		assertThat(HeapGraph.isIndexed(dump)).isTrue();
	}

	@Test
	void endsWithItsParent() throws Exception {
		Process process = start(dump());
		process.outputWriter(StandardCharsets.UTF_8).close();
		List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(lines.toString()).isEqualTo(AnalysisProcess.CANCELLED);
		assertThat(this.directory).isDirectoryNotContaining("glob:**.hwi*");
	}

	private Path dump() throws IOException {
		Path dump = this.directory.resolve("large.hprof");
		LargeDump.write(dump, SIZE);
		return dump;
	}

	private static Process start(Path dump) throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Path classes = Path.of(AnalysisProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		return new ProcessBuilder(java, "-Xmx64m", "-XX:+UseSerialGC", "-cp", classes.toString(),
				AnalysisProcess.class.getName(), dump.toString(), "2")
			.redirectErrorStream(true)
			.start();
	}

}
