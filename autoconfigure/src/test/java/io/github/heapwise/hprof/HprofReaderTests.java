package io.github.heapwise.hprof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HprofReader}.
 */
class HprofReaderTests {

	@TempDir
	private Path directory;

	@Test
	void everyElementHasItsValues() throws IOException {
		assertThat(read(Dumps.ofEverything(8).build())).isEqualTo(golden());
	}

	@Test
	void fourByteIdentifiersWidenToLong() throws IOException {
		List<String> lines = read(Dumps.ofEverything(4).build());
		assertThat(withoutBodies(lines)).isEqualTo(withoutBodies(golden()));
		assertThat(lines).contains("STATIC_FIELD 70000050 type 2: e0000040");
	}

	@Test
	void heapOfVersionOneIsOneRecordWithoutEnd() throws IOException {
		byte[] dump = aHeapDump().withFormat("JAVA PROFILE 1.0.1").array("bytes", (byte) 1).build();
		assertThat(read(dump)).containsExactly("SEGMENT", "PRIMITIVE_ARRAY e0000000 type 8 length 1: 01");
		assertThat(truncation(dump)).isNull();
	}

	@Test
	void bodyNeedNotBeRead() throws IOException {
		Path dump = Dumps.ofEverything(8).writeTo(this.directory);
		try (HprofReader reader = HprofFile.open(dump).read(CancelSignal.NEVER)) {
			int elements = 0;
			while (reader.next() != null) {
				elements++;
			}
			assertThat(elements).isEqualTo(golden().size());
			assertThat(reader.truncation()).isNull();
		}
	}

	@Test
	void arrayLargerThanTheWindowIsReadToItsEnd() throws IOException {
		byte[] large = new byte[3 * HprofInput.WINDOW_BYTES + 7];
		Arrays.fill(large, (byte) 0x5A);
		byte[] dump = aHeapDump().array("large", large).array("small", 7L).build();
		List<String> lines = read(dump);
		assertThat(lines.get(1)).hasSize("PRIMITIVE_ARRAY e0000000 type 8 length 786439: ".length() + 2 * large.length)
			.endsWith("5a5a5a");
		assertThat(lines.get(2)).isEqualTo("PRIMITIVE_ARRAY e0000010 type 11 length 1: 0000000000000007");
	}

	@Test
	void readWhenTruncatedAnywhereShouldGiveWhatIsWholeAndSaySo() throws IOException {
		byte[] dump = Dumps.ofEverything(8).build();
		for (int length = HprofHeader.BYTES; length < dump.length; length++) {
			byte[] cut = Arrays.copyOf(dump, length);
			List<String> lines = read(cut);
			assertThat(lines).as("length %d", length).isEqualTo(golden().subList(0, lines.size()));
			assertThat(truncation(cut)).as("length %d", length).isNotNull();
			assertThat(truncation(cut).offset()).as("length %d", length).isBetween(31L, (long) length);
		}
	}

	@Test
	void truncationWithinRecordTellsWhatIsMissing() throws IOException {
		byte[] dump = aHeapDump().instance("order", "shop.Order", 1L, 2L, 3L).build();
		int start = HprofHeader.BYTES + 9;
		Truncation truncation = truncation(Arrays.copyOf(dump, start + 25 + 10));
		assertThat(truncation.offset()).isEqualTo(start);
		assertThat(truncation.message())
			.isEqualTo("Heap dump 'orders.hprof' is truncated: record at offset 40 declares 24 bytes, 10 remain");
	}

	@Test
	void truncationBetweenRecordsTellsThatTheEndIsMissing() throws IOException {
		byte[] dump = aHeapDump().array("bytes", (byte) 1).build();
		Truncation truncation = truncation(Arrays.copyOf(dump, dump.length - 9));
		assertThat(truncation.offset()).isEqualTo(dump.length - 9);
		assertThat(truncation.message())
			.isEqualTo("Heap dump 'orders.hprof' is truncated: it ends at offset 59 without an end record");
	}

	@Test
	void readWhenRecordOfHeapIsUnknownShouldNameOffset() {
		byte[] dump = aHeapDump().array("bytes", (byte) 1).array("more", (byte) 1).build();
		dump[40 + 19] = 0x4A;
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> read(dump))
			.withMessage("Heap dump 'orders.hprof' is malformed at offset 59: no record of a heap has the tag 0x4a")
			.satisfies((ex) -> assertThat(ex.offset()).isEqualTo(59));
	}

	@Test
	void readWhenTypeIsUnknownShouldNameOffset() {
		byte[] dump = aHeapDump().array("bytes", (byte) 1).build();
		dump[40 + 1 + 16] = 3;
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> read(dump))
			.withMessage("Heap dump 'orders.hprof' is malformed at offset 40: no type has the number 3");
	}

	@Test
	void readWhenLengthLiesShouldBelieveWhatSurroundsIt() {
		byte[] dump = aHeapDump().array("longs", 1, 2).nextSegment().array("bytes", (byte) 1).build();
		ByteBuffer.wrap(dump).putInt(40 + 1 + 12, -1);
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> read(dump))
			.withMessage("Heap dump 'orders.hprof' is malformed at offset 40: "
					+ "34359738360 bytes declared, 16 left in what surrounds them");
	}

	@Test
	void readWhenRecordIsTooShortForItsTagShouldNameOffset() {
		byte[] dump = aHeapDump().record(HprofTag.LOAD_CLASS, (byte) 1, (byte) 2).build();
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> read(dump))
			.withMessage("Heap dump 'orders.hprof' is malformed at offset 31: "
					+ "24 bytes declared, 2 left in what surrounds them");
	}

	@Test
	void readWhenCancelledShouldGiveTheReason() {
		Path dump = Dumps.ofEverything(8).writeTo(this.directory);
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> HprofFile.open(dump).read(() -> "Heap dump was deleted").next())
			.withMessage("Heap dump was deleted");
	}

	private List<String> read(byte[] dump) throws IOException {
		Path file = HeapDumpBuilder.write(this.directory.resolve("orders.hprof"), dump);
		try (HprofReader reader = HprofFile.open(file).read(CancelSignal.NEVER)) {
			return HprofText.of(reader);
		}
	}

	private Truncation truncation(byte[] dump) throws IOException {
		Path file = HeapDumpBuilder.write(this.directory.resolve("orders.hprof"), dump);
		try (HprofReader reader = HprofFile.open(file).read(CancelSignal.NEVER)) {
			HprofText.of(reader);
			return reader.truncation();
		}
	}

	private static List<String> withoutBodies(List<String> lines) {
		return lines.stream().map((line) -> line.replaceAll(": .*", "")).toList();
	}

	private static List<String> golden() throws IOException {
		try (InputStream golden = HprofReaderTests.class.getResourceAsStream("everything.txt")) {
			return new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

}
