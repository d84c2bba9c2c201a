package io.github.heapwise.hprof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link HprofFile}.
 */
class HprofFileTests {

	@TempDir
	private Path directory;

	@Test
	void headerTellsFormatAndTime() throws IOException {
		HprofHeader header = HprofFile.open(aHeapDump().withIdBytes(4).writeTo(this.directory)).header();
		assertThat(header).isEqualTo(new HprofHeader("JAVA PROFILE 1.0.2", 4, Instant.parse("2023-11-14T22:13:20Z")));
	}

	@Test
	void openWhenFileIsNoDumpShouldSayWhatItStartsWith() {
		Path file = write("PK\u0003\u0004 and whatever else an archive may hold".getBytes(StandardCharsets.US_ASCII));
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> HprofFile.open(file))
			.withMessage("Heap dump 'orders.hprof' is malformed at offset 0: it starts with 'PK?? and whatever ', "
					+ "expected one of [JAVA PROFILE 1.0.1, JAVA PROFILE 1.0.2]");
	}

	@Test
	void openWhenFileIsTooShortShouldReject() {
		for (int length = 0; length < HprofHeader.BYTES; length++) {
			Path file = write(Arrays.copyOf(aHeapDump().build(), length));
			assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> HprofFile.open(file))
				.withMessage("Heap dump 'orders.hprof' is malformed at offset 0: it ends within its first 31 bytes");
		}
	}

	@Test
	void openWhenIdsHaveAnotherSizeShouldReject() {
		byte[] dump = aHeapDump().build();
		dump[22] = 2;
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> HprofFile.open(write(dump)))
			.withMessage("Heap dump 'orders.hprof' is malformed at offset 19: ids of 2 bytes, expected 4 or 8");
	}

	@Test
	void compressedDumpReadsLikeThePlainOne() throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(8);
		HprofFile compressed = HprofFile.open(dump.writeCompressedTo(this.directory));
		assertThat(compressed.compressed()).isTrue();
		assertThat(lines(compressed)).isEqualTo(lines(HprofFile.open(dump.writeTo(this.directory))));
	}

	@Test
	void compressedDumpThatBreaksOffIsTruncated() throws IOException {
		byte[] bytes = new byte[100_000];
		new Random(7).nextBytes(bytes);
		Path whole = aHeapDump().array("bytes", bytes).array("longs", 1, 2).writeCompressedTo(this.directory);
		byte[] compressed = Files.readAllBytes(whole);
		HprofFile file = HprofFile.open(write(Arrays.copyOf(compressed, compressed.length / 2)));
		try (HprofReader reader = file.read(CancelSignal.NEVER)) {
			while (reader.next() != null) {
				assertThat(reader.recordOffset()).isLessThanOrEqualTo(40);
			}
			assertThat(reader.truncation().offset()).isEqualTo(40);
			assertThat(reader.truncation().message())
				.startsWith("Heap dump 'orders.hprof' is truncated: record at offset 40 declares 100000 bytes, ");
		}
	}

	@Test
	void compressedDumpThatIsDamagedIsMalformed() throws IOException {
		Path whole = Dumps.ofEverything(8).writeCompressedTo(this.directory);
		byte[] compressed = Files.readAllBytes(whole);
		Arrays.fill(compressed, 200, 220, (byte) 0xFF);
		assertThatExceptionOfType(MalformedDumpException.class)
			.isThrownBy(() -> lines(HprofFile.open(write(compressed))))
			.withMessageContaining("compressed data is damaged");
	}

	@Test
	void openWhenCompressedDataIsNoneShouldReject() {
		Path file = write(new byte[] { 0x1F, (byte) 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 });
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> HprofFile.open(file))
			.withMessageEndingWith("it starts like compressed data, but is none");
	}

	@Test
	void readWhenFileHasChangedShouldReject() throws IOException {
		Path path = aHeapDump().writeTo(this.directory);
		HprofFile file = HprofFile.open(path);
		Files.write(path, new byte[1], StandardOpenOption.APPEND);
		assertThatIOException().isThrownBy(() -> file.read(CancelSignal.NEVER))
			.withMessage(
					"Heap dump 'orders.hprof' has changed while it was read: 41 bytes now, 40 before. Read it again");
	}

	@Test
	void rangesTogetherAreTheWholeDump() throws IOException {
		HprofFile file = HprofFile.open(Dumps.ofEverything(8).writeTo(this.directory));
		for (long minBytes : new long[] { 1, 50, 300, 1_000_000 }) {
			List<HprofRange> ranges = file.split(minBytes, CancelSignal.NEVER);
			List<String> lines = new ArrayList<>();
			for (HprofRange range : ranges) {
				assertThat(range.from().segmentEnd()).isZero();
				try (HprofReader reader = file.read(range, CancelSignal.NEVER)) {
					lines.addAll(HprofText.of(reader));
					assertThat(reader.truncation()).isNull();
				}
			}
			assertThat(lines).as("ranges of %d bytes", minBytes).isEqualTo(lines(file));
			assertThat(ranges.size() > 1).isEqualTo(minBytes < 1000);
		}
	}

	@Test
	void lastRangeOfTruncatedDumpTellsSo() throws IOException {
		byte[] dump = Dumps.ofEverything(8).build();
		HprofFile file = HprofFile.open(write(Arrays.copyOf(dump, dump.length - 30)));
		List<HprofRange> ranges = file.split(100, CancelSignal.NEVER);
		try (HprofReader reader = file.read(ranges.get(ranges.size() - 1), CancelSignal.NEVER)) {
			HprofText.of(reader);
			assertThat(reader.truncation()).isNotNull();
		}
	}

	@Test
	void dumpOverTwoGigabytesIsReadBySeeking() throws IOException {
		Path path = this.directory.resolve("large.hprof");
		int longs = 400_000_000;
		byte[] start = aHeapDump().array("longs", new long[0]).array("bytes", (byte) 1).build();
		ByteBuffer bytes = ByteBuffer.wrap(start);
		bytes.putInt(HprofHeader.BYTES + 5, (int) (8L * longs + bytes.getInt(HprofHeader.BYTES + 5)));
		bytes.putInt(40 + 1 + 12, longs);
		int endOfLongs = 40 + 18;
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.SPARSE,
				StandardOpenOption.WRITE)) {
			channel.write(bytes.slice(0, endOfLongs));
			channel.write(bytes.slice(endOfLongs, start.length - endOfLongs), endOfLongs + 8L * longs);
		}
		try (HprofReader reader = HprofFile.open(path).read(CancelSignal.NEVER)) {
			assertThat(reader.next()).isEqualTo(HprofElement.SEGMENT);
			assertThat(reader.next()).isEqualTo(HprofElement.PRIMITIVE_ARRAY);
			assertThat(reader.bodyBytes()).isEqualTo(3_200_000_000L);
			assertThat(reader.next()).isEqualTo(HprofElement.PRIMITIVE_ARRAY);
			assertThat(reader.recordOffset()).isEqualTo(3_200_000_058L);
			assertThat(reader.count()).isEqualTo(1);
			assertThat(reader.next()).isEqualTo(HprofElement.OTHER);
			assertThat(reader.next()).isNull();
			assertThat(reader.truncation()).isNull();
		}
	}

	private Path write(byte[] bytes) {
		return HeapDumpBuilder.write(this.directory.resolve("orders.hprof"), bytes);
	}

	private static List<String> lines(HprofFile file) throws IOException {
		try (HprofReader reader = file.read(CancelSignal.NEVER)) {
			return HprofText.of(reader);
		}
	}

}
