package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.github.heapwise.heapdump.DumpsUnderTest.WithoutDigits;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutOfMemoryDumps} and {@link CompleteDump}.
 */
class OutOfMemoryDumpsTests {

	private static final String END = ",\0\0\0\0\0\0\0\0";

	private static final String WHOLE = "JAVA PROFILE 1.0.2\0 42 " + END;

	private static final String GONE = "lx1-1-abcdef";

	@TempDir
	private Path temporary;

	private Path directory;

	private DumpsUnderTest under;

	@BeforeEach
	void prepare() {
		this.directory = this.temporary.resolve("dumps");
		this.under = new DumpsUnderTest(this.directory);
	}

	@Test
	void aDumpOfAProcessThatIsGoneIsAdopted() throws IOException {
		crashWith(WHOLE);
		try (LocalHeapDumps dumps = this.under.written("text")) {
			dumps.start();
			HeapDump adopted = awaitAdopted(dumps);
			assertThat(adopted.trigger()).isEqualTo(DumpTrigger.OUT_OF_MEMORY);
			assertThat(adopted.state()).isEqualTo(DumpState.READY);
			assertThat(adopted.facts().pauseMillis()).isEqualTo(-1);
			assertThat(adopted.facts().heapUsedBytes()).isEqualTo(-1);
			assertThat(adopted.facts().flags()).containsKey("MaxHeapSize");
			assertThat(adopted.facts().application()).isEqualTo("orders");
			assertThat(this.under.fileNames()).containsExactly(adopted.id() + ".hprof", adopted.id() + ".properties");
			Awaitility.await().untilAsserted(() -> assertThat(this.under.ended).containsExactly(adopted));
		}
	}

	@Test
	void anAdoptedDumpIsRedactedIfNoValuesAreKept() throws IOException {
		crashWith(WHOLE);
		try (LocalHeapDumps dumps = this.under.redactAtCapture().written("text")) {
			dumps.start();
			HeapDump adopted = awaitAdopted(dumps);
			assertThat(adopted.facts().redacted()).isTrue();
			assertThat(this.directory.resolve(adopted.id() + ".hprof")).content().doesNotContain("42");
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.under.fileNames()).containsExactly(adopted.id() + ".hprof",
						adopted.id() + ".properties"));
		}
	}

	@Test
	void aDumpThatCannotBeAdoptedKeepsNoOtherFromIt() throws IOException {
		crashWith(WHOLE.replace("42", "XX"));
		Path bad = this.directory.resolve(GONE.replace('a', 'b') + ".oom.hprof");
		Files.move(this.directory.resolve(GONE + ".oom.hprof"), bad);
		crashWith(WHOLE);
		try (LocalHeapDumps dumps = this.under.redactAtCapture((file, cancel) -> {
			if (Files.readString(file).contains("XX")) {
				throw new IOException("No dump that we know");
			}
			return new WithoutDigits(file);
		}).written("text")) {
			dumps.start();
			HeapDump adopted = awaitAdopted(dumps);
			Awaitility.await().untilAsserted(() -> assertThat(this.under.problems).hasSize(1));
			assertThat(this.under.problems.get(0)).contains("No dump that we know");
			assertThat(this.under.ended).containsExactly(adopted);
			assertThat(bad).exists();
		}
	}

	@Test
	void anErrorOfTheJvmIsNotTheEndOfHousekeeping() throws IOException {
		crashWith(WHOLE);
		try (LocalHeapDumps dumps = this.under.redactAtCapture((file, cancel) -> {
			throw new OutOfMemoryError("again");
		}).written("text")) {
			dumps.start();
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.under.problems).containsExactly(
						"The directory of heap dumps cannot be kept in order:" + " java.lang.OutOfMemoryError: again"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "JAVA PROFILE 1.0.2\0 cut off", "no dump" + END, "JAVA" + END,
			"JAVA PROFILE 1.0.2\0" + ",\0\0\0\0\0\0\0" })
	void whatTheJvmDidNotFinishIsDeleted(String content) throws IOException {
		crashWith(content);
		Files.writeString(this.directory.resolve(GONE + ".oom.hprof.p1"), "segment");
		try (LocalHeapDumps dumps = this.under.written("text")) {
			dumps.start();
			Awaitility.await().untilAsserted(() -> assertThat(this.under.fileNames()).isEmpty());
			assertThat(dumps.all()).isEmpty();
		}
	}

	@Test
	void withdrawLeavesNothing() throws IOException {
		try (LocalHeapDumps dumps = this.under.written("text")) {
			Path file = dumps.outOfMemoryTarget().prepare();
			assertThat(file).hasParentRaw(this.directory).doesNotExist();
			assertThat(file.getFileName().toString()).endsWith(".hprof");
			dumps.outOfMemoryTarget().withdraw();
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void withdrawKeepsWhatWasWritten() throws IOException {
		try (LocalHeapDumps dumps = this.under.written("text")) {
			Files.writeString(dumps.outOfMemoryTarget().prepare(), WHOLE);
			dumps.outOfMemoryTarget().withdraw();
		}
		assertThat(this.under.fileNames()).hasSize(2);
	}

	private HeapDump awaitAdopted(LocalHeapDumps dumps) {
		return Awaitility.await().until(dumps::all, (all) -> all.size() == 1).get(0);
	}

	// A process of another token, since that of this one tells that it is alive.
	private void crashWith(String content) throws IOException {
		try (LocalHeapDumps dumps = this.under.written("text")) {
			Path file = dumps.outOfMemoryTarget().prepare();
			Files.writeString(this.directory.resolve(GONE + ".oom.hprof"), content, StandardCharsets.ISO_8859_1);
			Path metadata = file.resolveSibling(file.getFileName().toString().replace(".hprof", ".properties"));
			Files.move(metadata, this.directory.resolve(GONE + ".oom.properties"), StandardCopyOption.ATOMIC_MOVE);
		}
	}

}
