package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DumpMetadata}.
 */
class DumpMetadataTests {

	private static final String ID = "20260102-030405-abcdef";

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

	@TempDir
	private Path temporary;

	@Test
	void readReturnsWhatWasWritten() throws IOException {
		DumpFacts facts = new DumpFacts(TIME, -1, 123, true, -1, 2000, 3000,
				Map.of("UseCompressedOops", "true", "ObjectAlignmentInBytes", "16"), "a JVM", "orders", "a host",
				"The dump is not copied");
		HeapDump wish = new HeapDump(ID, DumpTrigger.OUT_OF_MEMORY, "because = of\u00e9 \\ # all", true, TIME,
				DumpState.QUEUED, 0, new DumpEstimate(7, 8, true), null, null);
		StoredDump stored = StoredDump.of(42, "abc-def-ghijkl", wish, facts);
		DumpMetadata.write(file(), stored);
		assertThat(DumpMetadata.read(file(), ID)).contains(stored);
	}

	@Test
	void readReturnsWhatWasWrittenWithoutWhatMayBeMissing() throws IOException {
		StoredDump stored = StoredDump.of(1, "abc-def-ghijkl",
				new HeapDump(ID, DumpTrigger.API, "", false, TIME, DumpState.READY, 1, null, null, null),
				DumpsUnderTest.facts(TIME, 5));
		DumpMetadata.write(file(), stored);
		assertThat(DumpMetadata.read(file(), ID)).contains(stored);
	}

	@Test
	void readWhenThereIsNoFileIsEmpty() {
		assertThat(DumpMetadata.read(file(), ID)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "sequence", "trigger", "requestedAt", "time", "pauseMillis", "sizeBytes", "heapUsedBytes" })
	void readWhenALineIsMissingIsEmpty(String key) throws IOException {
		Files.write(file(), lines().filter((line) -> !line.startsWith(key + "=")).toList());
		assertThat(DumpMetadata.read(file(), ID)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sequence=-2", "sequence=99999999999999999999", "trigger=nothing", "time=yesterday",
			"sizeBytes=0x5", "pauseMillis=", "reason=\\u12", "estimate.pauseMillis=x" })
	void readWhenALineCannotBeIsEmpty(String line) throws IOException {
		Files.write(file(), Stream.concat(lines(), Stream.of(line)).toList());
		assertThat(DumpMetadata.read(file(), ID)).isEmpty();
	}

	@Test
	void readWhenItIsHugeIsEmpty() throws IOException {
		Files.write(file(), Stream.concat(lines(), Stream.of("#" + "x".repeat(1 << 16))).toList());
		assertThat(DumpMetadata.read(file(), ID)).isEmpty();
	}

	@Test
	void readWhenItIsALinkIsEmpty() throws IOException {
		Path other = Files.write(this.temporary.resolve("other"), lines().toList());
		Files.createSymbolicLink(file(), other);
		assertThat(DumpMetadata.read(file(), ID)).isEmpty();
	}

	@Test
	void readWhenItIsNoTextDoesNotThrow() throws IOException {
		Files.write(file(), new byte[] { 0, (byte) 0xff, (byte) 0xfe, '=', 0, '\n', (byte) 0xc3 });
		assertThat(DumpMetadata.read(file(), ID)).isEmpty();
	}

	@Test
	void readMakesTextSafe() throws IOException {
		Files.write(file(),
				Stream
					.concat(lines(), Stream.of("reason=a\\u0007\\u202Eb" + "x".repeat(500), "flag.Unknown=1",
							"sequence=9223372036854775807"))
					.toList());
		StoredDump stored = DumpMetadata.read(file(), ID).orElseThrow();
		assertThat(stored.dump().reason()).startsWith("a\uFFFD\uFFFDb").hasSize(DumpText.MAX_LENGTH);
		assertThat(stored.facts().flags()).containsOnlyKeys("UseCompressedOops");
		assertThat(stored.sequence() + 1).isPositive();
	}

	private Path file() {
		return this.temporary.resolve("metadata");
	}

	private Stream<String> lines() throws IOException {
		Path valid = this.temporary.resolve("valid");
		Files.deleteIfExists(valid);
		DumpMetadata.write(valid, DumpsUnderTest.stored(1, ID, DumpsUnderTest.facts(TIME, 5)));
		List<String> lines = Files.readAllLines(valid, StandardCharsets.UTF_8);
		return lines.stream();
	}

}
