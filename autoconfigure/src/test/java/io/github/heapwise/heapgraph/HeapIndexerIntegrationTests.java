package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.hprof.LargeDump;
import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Indexes a dump of three million objects in a heap that could not hold them.
 */
class HeapIndexerIntegrationTests {

	private static final int MAX_BYTES_PER_OBJECT = 44;

	// What 50,000 classes take, whatever the number of objects.
	private static final int BYTES_PER_CLASS = 300;

	private static final LargeDump.Size SIZE = new LargeDump.Size(1_000_000, 200_000, 1000, 50_000, 300_000);

	@TempDir
	private Path directory;

	@Test
	void fiftyThousandClassesAndAListOfAMillionFitInSmallHeap() throws IOException {
		Path dump = this.directory.resolve("large.hprof");
		LargeDump.write(dump, SIZE);
		ChildJvm.Result child = ChildJvm.running(LargeIndex.class)
			.with("-Xmx64m", "-XX:+UseSerialGC")
			.run(dump.toString());
		assertThat(child.exitValue()).as(child.output()).isZero();
		long classes = child.number("classes");
		assertThat(classes).isBetween(50_010L, 50_030L);
		assertThat(child.number("objects")).isBetween(SIZE.objects() + SIZE.classes(), SIZE.objects() + classes);
		assertThat(child.number("reachable")).isEqualTo(child.number("objects"));
		assertThat(child.values().get("top")).isEqualTo("com.example.Application");
		assertThat(child.number("retained")).isGreaterThan(24L * SIZE.links() + 104L * SIZE.entries());
		assertThat(indexBytes(dump))
			.isLessThan(MAX_BYTES_PER_OBJECT * child.number("objects") + BYTES_PER_CLASS * classes);
	}

	private static long indexBytes(Path dump) throws IOException {
		long bytes = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(IndexDirectory.of(dump))) {
			for (Path file : files) {
				bytes += Files.size(file);
			}
		}
		return bytes;
	}

}
