package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RecordFile}.
 */
class RecordFileTests {

	private static final Order ORDER = new Order(7_000_000_000L, 3, 0.25, true, "Zoë", null, 12, 13L, 0.5, false,
			List.of(new Item("pen", List.of()), new Item("case", List.of(new Item("ink", List.of())))),
			List.of("a", ""));

	private static final int HEADER_BYTES = 24;

	@TempDir
	private Path directory;

	@Test
	void recordIsReadAsItWasWritten() throws Exception {
		RecordFile.write(file(), ORDER);
		assertThat(RecordFile.read(file(), Order.class)).isEqualTo(ORDER);
		assertThat(RecordFile.isWritten(file(), Order.class)).isTrue();
	}

	@Test
	void whatIsNoPrimitiveMayBeNull() throws Exception {
		Order order = new Order(0, 0, 0, false, null, null, null, null, null, null, List.of(), null);
		RecordFile.write(file(), order);
		assertThat(RecordFile.read(file(), Order.class)).isEqualTo(order);
	}

	@Test
	void writeReplacesWhatWasThereAndLeavesNothingElse() throws Exception {
		RecordFile.write(file(), new Item("old", List.of()));
		RecordFile.write(file(), ORDER);
		assertThat(RecordFile.read(file(), Order.class)).isEqualTo(ORDER);
		assertThat(this.directory).isDirectoryContaining("glob:**/order").isDirectoryNotContaining("glob:**.part");
	}

	@Test
	void readWhenThereIsNoFileShouldFail() throws Exception {
		assertThat(RecordFile.isWritten(file(), Order.class)).isFalse();
		assertThatIOException().isThrownBy(() -> RecordFile.read(file(), Order.class));
	}

	@Test
	void readWhenComponentHasAnotherNameShouldRefuse() throws Exception {
		RecordFile.write(file(), new Item("pen", List.of()));
		assertThat(RecordFile.isWritten(file(), RenamedItem.class)).isFalse();
		assertThatIOException().isThrownBy(() -> RecordFile.read(file(), RenamedItem.class))
			.withMessage("'order' of a heap dump is written by another version. Analyse the dump again");
	}

	@Test
	void readWhenAnyByteIsDamagedShouldRefuse() throws Exception {
		RecordFile.write(file(), ORDER);
		byte[] bytes = Files.readAllBytes(file());
		for (int i = 0; i < bytes.length; i++) {
			byte[] damaged = bytes.clone();
			damaged[i] ^= 0x10;
			Files.write(file(), damaged);
			assertThat(RecordFile.isWritten(file(), Order.class)).as("byte " + i).isFalse();
			assertThatIOException().as("byte " + i).isThrownBy(() -> RecordFile.read(file(), Order.class));
		}
	}

	@Test
	void readWhenFileIsCutShortShouldRefuse() throws Exception {
		RecordFile.write(file(), ORDER);
		byte[] bytes = Files.readAllBytes(file());
		for (int length = 0; length < bytes.length; length++) {
			Files.write(file(), Arrays.copyOf(bytes, length));
			assertThatIOException().isThrownBy(() -> RecordFile.read(file(), Order.class));
		}
	}

	@Test
	void readWhenBodyLiesWithTheRightChecksumShouldRefuseOrReadARecord() throws Exception {
		RecordFile.write(file(), ORDER);
		byte[] bytes = Files.readAllBytes(file());
		Random random = new Random(6);
		for (int i = 0; i < 5_000; i++) {
			byte[] lying = bytes.clone();
			for (int flips = random.nextInt(3); flips >= 0; flips--) {
				lying[HEADER_BYTES + random.nextInt(bytes.length - HEADER_BYTES)] = (byte) random.nextInt();
			}
			Files.write(file(), withChecksum(lying));
			assertThat(readOrNull()).isNotSameAs(ORDER);
		}
	}

	@Test
	void readWhenRecordsNestWithoutEndShouldRefuse() throws Exception {
		Item nested = new Item("innermost", List.of());
		for (int i = 0; i < 250; i++) {
			nested = new Item("", List.of(nested));
		}
		RecordFile.write(file(), nested);
		assertThatIOException().isThrownBy(() -> RecordFile.read(file(), Item.class))
			.withMessageContaining("damaged")
			.withStackTraceContaining("More than 200 records within each other");
	}

	@Test
	void writeWhenRecordIsEmptyShouldRefuse() {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordFile.write(file(), new Nothing()))
			.withMessage("'Nothing' has no component");
	}

	private @Nullable Order readOrNull() {
		try {
			return RecordFile.read(file(), Order.class);
		}
		catch (IOException ex) {
			assertThat(ex).hasMessage("'order' of a heap dump is damaged. Analyse the dump again");
			return null;
		}
	}

	private static byte[] withChecksum(byte[] file) {
		CRC32 checksum = new CRC32();
		checksum.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
		return ByteBuffer.wrap(file).putLong(16, checksum.getValue()).array();
	}

	private Path file() {
		return this.directory.resolve("order");
	}

	record Order(long id, int count, double discount, boolean paid, @Nullable String customer, @Nullable Item gift,
			@Nullable Integer floor, @Nullable Long phone, @Nullable Double rating, @Nullable Boolean express,
			List<Item> items, @Nullable List<String> notes) {

		Order {
			items = List.copyOf(items);
		}

	}

	record Item(String name, List<Item> parts) {

	}

	record RenamedItem(String title, List<RenamedItem> parts) {

	}

	record Nothing() {

	}

}
