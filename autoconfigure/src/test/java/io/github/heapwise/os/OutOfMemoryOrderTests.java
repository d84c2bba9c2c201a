package io.github.heapwise.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutOfMemoryOrder}.
 */
class OutOfMemoryOrderTests {

	@TempDir
	private Path root;

	@Test
	void aProcessIsPutFirst() throws IOException {
		new KernelTree(this.root).file("proc/123/oom_score_adj", "0\n");
		assertThat(new OutOfMemoryOrder(this.root).first(123)).isTrue();
		assertThat(Files.readString(this.root.resolve("proc/123/oom_score_adj"))).startsWith("1000");
	}

	@Test
	void aProcessThatIsGoneCannotBe() {
		assertThat(new OutOfMemoryOrder(this.root).first(123)).isFalse();
		assertThat(this.root).isEmptyDirectory();
	}

}
