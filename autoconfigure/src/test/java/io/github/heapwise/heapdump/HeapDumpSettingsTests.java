package io.github.heapwise.heapdump;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapDumpSettings}.
 */
class HeapDumpSettingsTests {

	private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

	@Test
	void theDirectoryIsNamedByTheApplication() {
		assertThat(HeapDumpSettings.defaultDirectory("orders")).isEqualTo(TEMPORARY.resolve("heapwise-orders"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../..", "/etc", "a/b", "\u0000", "..\\..", "a:b", "" })
	void noNameLeadsElsewhere(String application) {
		Path directory = HeapDumpSettings.defaultDirectory(application);
		assertThat(directory.normalize()).isEqualTo(directory).hasParentRaw(TEMPORARY);
	}

	@Test
	void aLongNameIsCut() {
		assertThat(HeapDumpSettings.defaultDirectory("x".repeat(5000)).getFileName().toString()).hasSizeLessThan(100);
	}

}
