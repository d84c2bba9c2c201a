package io.github.heapwise.heapdump.analysis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.github.heapwise.heapview.AnalysisProcess;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EngineJar}.
 */
class EngineJarTests {

	private static final int MAX_BYTES = 1 << 20;

	@Test
	void whatTheMainClassNeedsIsThere() throws IOException {
		assertThat(names(jar(AnalysisProcess.class))).contains("io/github/heapwise/heapview/AnalysisProcess.class",
				"io/github/heapwise/heapgraph/HeapIndexer.class", "io/github/heapwise/hprof/HprofReader.class",
				"io/github/heapwise/jvm/OwnThreads.class");
	}

	@Test
	void nothingButEnginesIsThere() throws IOException {
		byte[] jar = jar(AnalysisProcess.class);
		assertThat(names(jar)).doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("io/github/heapwise/(heapview|heapgraph|hprof|jvm)/[\\w$]+\\.class"));
		assertThat(jar.length).isLessThan(MAX_BYTES);
	}

	private static byte[] jar(Class<?> main) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new EngineJar(main).write(out);
		return out.toByteArray();
	}

	private static List<String> names(byte[] jar) throws IOException {
		List<String> names = new ArrayList<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		return names;
	}

}
