package io.github.heapwise.hprof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.heapwise.hprof.HeapDumpBuilder.Field;
import io.github.heapwise.hprof.HeapDumpBuilder.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link Redaction}.
 */
class RedactionTests {

	private static final RedactionSettings THREAD_NAMES = new RedactionSettings(true, Set.of());

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 4, 8 })
	void everyPrimitiveAndEveryTextThatNamesNothingIsZero(int idBytes) throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(idBytes);
		assertThat(redacted(dump.writeTo(this.directory), RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void compressedDumpIsRedactedUncompressed() throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(8);
		Path compressed = dump.writeCompressedTo(this.directory);
		assertThat(redacted(compressed, RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void dumpOfVersionOneIsRedacted() throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(4).withFormat("JAVA PROFILE 1.0.1");
		assertThat(redacted(dump.writeTo(this.directory), RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void objectsLargerThanTheWindowAreRedacted() throws IOException {
		Field[] fields = new Field[60_000];
		Object[] values = new Object[60_000];
		for (int i = 0; i < fields.length; i++) {
			boolean reference = i % 3 == 0;
			fields[i] = field("field" + i, reference ? BasicType.OBJECT : BasicType.LONG);
			values[i] = reference ? "large" : (Object) 0x5A5A_5A5A_5A5A_5A5AL;
		}
		String[] elements = new String[100_000];
		Arrays.fill(elements, "large");
		byte[] bytes = new byte[2_000_000];
		Arrays.fill(bytes, (byte) 0x5A);
		HeapDumpBuilder dump = aHeapDump().classNamed("Large", null, fields)
			.instance("large", "Large", values)
			.objects("many", "Large[]", elements)
			.array("bytes", bytes)
			.instance("largest", "Large", values);
		assertThat(redacted(dump.writeTo(this.directory), RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void objectOfUnknownLayoutIsErasedWhole() throws IOException {
		HeapDumpBuilder dump = aHeapDump()
			.classNamed("Orphan", "NotDumped", field("next", BasicType.OBJECT), field("number", BasicType.LONG))
			.classNamed("Egg", "Hen", field("next", BasicType.OBJECT))
			.classNamed("Hen", "Egg", field("next", BasicType.OBJECT))
			.classNamed("Twice", null, field("next", BasicType.OBJECT))
			.classNamed("Twice", null, field("number", BasicType.LONG))
			.classNamed("Small", null, field("next", BasicType.OBJECT))
			// Objects of theirs hold numbers where references may be.
			.instance("orphan", "Orphan", 1L, 2L)
			.instance("egg", "Egg", 3L, 4L)
			.instance("twice", "Twice", 5L)
			.instance("small", "Small", 6L, 7L)
			.instance("alien", "NotDumped", 8L);
		assertThat(redacted(dump.writeTo(this.directory), RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void fieldsOfClassesAreFoundAboveClassesWithoutFields() throws IOException {
		HeapDumpBuilder dump = aHeapDump().classNamed("Bottom", "Middle", field("a", BasicType.INT))
			.classNamed("Middle", "Upper")
			.classNamed("Upper", "Top")
			.classNamed("Top", null, field("b", BasicType.OBJECT), field("c", BasicType.SHORT))
			.instance("bottom", "Bottom", 1, "bottom", (short) 2)
			.instance("middle", "Middle", "bottom", (short) 3);
		assertThat(redacted(dump.writeTo(this.directory), RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void namesOfThreadsStayIfAskedFor() throws IOException {
		HeapDumpBuilder dump = threads().keeping("worker name", "worker name bytes", "started name");
		assertThat(redacted(dump.writeTo(this.directory), THREAD_NAMES)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void namesOfThreadsAreErasedOtherwise() throws IOException {
		HeapDumpBuilder dump = threads();
		assertThat(redacted(dump.writeTo(this.directory), RedactionSettings.STRICT)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void primitivesThatAllowedClassesDeclareStay() throws IOException {
		HeapDumpBuilder dump = aHeapDump()
			.classNamed("shop.Figures$Daily", "shop.Base", field("count", BasicType.INT),
					staticField("limit", BasicType.LONG, 7L))
			.classNamed("shop.Base", null, field("secret", BasicType.INT), staticField("key", BasicType.LONG, 8L))
			.instance("figures", "shop.Figures$Daily", new Kept(1), 2)
			.instance("base", "shop.Base", 3)
			.keeping("shop.Figures$Daily");
		RedactionSettings settings = new RedactionSettings(false, Set.of("shop.Figures$Daily"));
		assertThat(redacted(dump.writeTo(this.directory), settings)).isEqualTo(dump.buildRedacted());
	}

	@Test
	void truncatedDumpIsRedactedUpToItsLastWholeRecord() throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(8);
		byte[] whole = dump.build();
		byte[] expected = dump.buildRedacted();
		for (int length = HprofHeader.BYTES; length < whole.length; length++) {
			Path cut = write(Arrays.copyOf(whole, length));
			Redaction redaction = Redaction.of(cut, RedactionSettings.STRICT, CancelSignal.NEVER);
			assertThat(redaction.truncation()).isNotNull();
			assertThat(redaction.truncation().offset()).isEqualTo(redaction.size());
			byte[] redacted = read(redaction);
			// What depends on the class that comes last is erased whole until that is
			// there.
			assertThat(redacted).as("length %d", length).hasSize((int) redaction.size());
			assertThat(lessThan(expected, redacted)).as("length %d", length).isTrue();
		}
	}

	@Test
	void skippingLeadsToTheSameBytes() throws IOException {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		HeapDumpBuilder dump = largeDump(random);
		byte[] expected = dump.buildRedacted();
		for (Path file : new Path[] { dump.writeTo(this.directory), dump.writeCompressedTo(this.directory) }) {
			Redaction redaction = Redaction.of(file, RedactionSettings.STRICT, CancelSignal.NEVER);
			for (int i = 0; i < 20; i++) {
				int from = random.nextInt(expected.length);
				int length = random.nextInt(Math.min(700_000, expected.length - from));
				try (InputStream in = redaction.newInputStream(CancelSignal.NEVER)) {
					in.skipNBytes(from / 2);
					in.skipNBytes(from - from / 2);
					assertThat(in.readNBytes(length)).as("seed %d, from %d", seed, from)
						.isEqualTo(Arrays.copyOfRange(expected, from, from + length));
				}
			}
		}
	}

	@Test
	void skippingPastTheEndEndsThere() throws IOException {
		Redaction redaction = redaction(Dumps.ofEverything(8).writeTo(this.directory));
		try (InputStream in = redaction.newInputStream(CancelSignal.NEVER)) {
			assertThat(in.skip(0)).isZero();
			assertThat(in.skip(-1)).isZero();
			assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(redaction.size());
			assertThat(in.read()).isEqualTo(-1);
			assertThat(in.skip(1)).isZero();
		}
	}

	@Test
	void streamsOfOneRedactionDoNotDisturbEachOther() throws IOException {
		HeapDumpBuilder dump = largeDump(new Random(3));
		byte[] expected = dump.buildRedacted();
		Redaction redaction = redaction(dump.writeTo(this.directory));
		try (InputStream first = redaction.newInputStream(CancelSignal.NEVER);
				InputStream second = redaction.newInputStream(CancelSignal.NEVER)) {
			second.skipNBytes(1_000_000);
			for (int i = 0; i < 1_000_000; i += 50_000) {
				assertThat(first.readNBytes(50_000)).isEqualTo(Arrays.copyOfRange(expected, i, i + 50_000));
				assertThat(second.readNBytes(50_000))
					.isEqualTo(Arrays.copyOfRange(expected, 1_000_000 + i, 1_050_000 + i));
			}
		}
	}

	@Test
	void bytesCanBeReadOneByOne() throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(8);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (InputStream in = redaction(dump.writeTo(this.directory)).newInputStream(CancelSignal.NEVER)) {
			for (int b = in.read(); b >= 0; b = in.read()) {
				bytes.write(b);
			}
			assertThat(in.read(new byte[0])).isZero();
		}
		assertThat(bytes.toByteArray()).isEqualTo(dump.buildRedacted());
	}

	@Test
	void writtenFileBelongsToItsOwner() throws IOException {
		HeapDumpBuilder dump = Dumps.ofEverything(8);
		Path target = this.directory.resolve("redacted.hprof");
		redaction(dump.writeTo(this.directory)).writeTo(target, CancelSignal.NEVER);
		assertThat(target).hasBinaryContent(dump.buildRedacted());
		assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void writeWhenFileExistsShouldLeaveItAlone() throws IOException {
		Path target = Files.writeString(this.directory.resolve("redacted.hprof"), "mine");
		Redaction redaction = redaction(Dumps.ofEverything(8).writeTo(this.directory));
		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> redaction.writeTo(target, CancelSignal.NEVER));
		assertThat(target).hasContent("mine");
	}

	@Test
	void writeWhenCancelledShouldLeaveNothing() throws IOException {
		Path target = this.directory.resolve("redacted.hprof");
		Redaction redaction = redaction(largeDump(new Random(3)).writeTo(this.directory));
		AtomicInteger asked = new AtomicInteger();
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> redaction.writeTo(target, () -> (asked.incrementAndGet() > 4) ? "Client has gone" : null))
			.withMessage("Client has gone");
		assertThat(target).doesNotExist();
	}

	@Test
	void firstPassCanBeCancelled() {
		Path dump = Dumps.ofEverything(8).writeTo(this.directory);
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> Redaction.of(dump, RedactionSettings.STRICT, () -> "Application is closing"))
			.withMessage("Application is closing");
	}

	@Test
	void readWhenDumpHasChangedShouldReject() throws IOException {
		Path dump = Dumps.ofEverything(8).writeTo(this.directory);
		Redaction redaction = redaction(dump);
		Files.write(dump, new byte[1], StandardOpenOption.APPEND);
		assertThatIOException().isThrownBy(() -> redaction.newInputStream(CancelSignal.NEVER))
			.withMessageContaining("has changed while it was read");
	}

	@Test
	void readWhenDumpIsCutMeanwhileShouldNotEndEarly() throws IOException {
		Path dump = largeDump(new Random(3)).writeTo(this.directory);
		byte[] bytes = Files.readAllBytes(dump);
		try (InputStream in = redaction(dump).newInputStream(CancelSignal.NEVER)) {
			in.readNBytes(1000);
			Files.write(dump, Arrays.copyOf(bytes, bytes.length / 2));
			assertThatIOException().isThrownBy(in::readAllBytes)
				.withMessageMatching("Heap dump 'orders.hprof' ends at offset \\d+, it had \\d+ bytes before.*");
		}
	}

	private static HeapDumpBuilder threads() {
		return aHeapDump().startOfThread("worker", "started name")
			.classNamed("java.lang.Object", null)
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("coder", BasicType.BYTE), field("hash", BasicType.INT))
			.classNamed("java.lang.Thread", "java.lang.Object", field("eetop", BasicType.LONG),
					field("name", BasicType.OBJECT))
			.classNamed("shop.Worker", "java.lang.Thread", field("name", BasicType.OBJECT),
					field("busy", BasicType.BOOLEAN))
			.instance("worker", "shop.Worker", "secret", true, 42L, "worker name")
			.instance("unnamed", "java.lang.Thread", 43L, null)
			.instance("worker name", "java.lang.String", "worker name bytes", (byte) 1, 5)
			.instance("secret", "java.lang.String", "secret bytes", (byte) 1, 6)
			.array("worker name bytes", "worker".getBytes(StandardCharsets.US_ASCII))
			.array("secret bytes", "secret".getBytes(StandardCharsets.US_ASCII));
	}

	// Of several checkpoints.
	private static HeapDumpBuilder largeDump(Random random) {
		HeapDumpBuilder dump = Dumps.ofEverything(8);
		for (int i = 0; i < 60; i++) {
			byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 2_000_000 : 300_000)];
			random.nextBytes(bytes);
			dump.array("bytes" + i, bytes)
				.instance("order" + i, "shop.Order", random.nextLong(), "other", true, 'c', "order", 1.5f, 2.5,
						(byte) 3, (short) 4, 5);
		}
		return dump;
	}

	private Path write(byte[] bytes) {
		return HeapDumpBuilder.write(this.directory.resolve("orders.hprof"), bytes);
	}

	private static Redaction redaction(Path dump) throws IOException {
		return Redaction.of(dump, RedactionSettings.STRICT, CancelSignal.NEVER);
	}

	private static byte[] redacted(Path dump, RedactionSettings settings) throws IOException {
		return read(Redaction.of(dump, settings, CancelSignal.NEVER));
	}

	private static byte[] read(Redaction redaction) throws IOException {
		try (InputStream in = redaction.newInputStream(CancelSignal.NEVER)) {
			byte[] bytes = in.readAllBytes();
			assertThat(bytes).hasSize((int) redaction.size());
			return bytes;
		}
	}

	// Whether each byte is either what it may be or erased.
	private static boolean lessThan(byte[] expected, byte[] actual) {
		for (int i = 0; i < actual.length; i++) {
			if (actual[i] != 0 && actual[i] != expected[i]) {
				return false;
			}
		}
		return true;
	}

}
