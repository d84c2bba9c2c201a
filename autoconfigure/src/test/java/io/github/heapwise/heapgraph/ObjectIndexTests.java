package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObjectIndex}, {@link AddressBitmap} and {@link ChunkPositions}.
 */
class ObjectIndexTests {

	private static final int MAX_CHUNKS = 1000;

	@TempDir
	private Path directory;

	private WorkFiles files;

	@BeforeEach
	void openFiles() {
		this.files = new WorkFiles(this.directory);
	}

	@Test
	void objectsAreNumberedInTheOrderOfTheirAddresses() throws IOException {
		ObjectIndex index = index(0x700_0000_0010L, 0x700_0000_0000L, 0x6FF_FFFF_FFF8L);
		assertThat(index.size()).isEqualTo(3);
		assertThat(index.number(0x6FF_FFFF_FFF8L)).isZero();
		assertThat(index.number(0x700_0000_0000L)).isEqualTo(1);
		assertThat(index.number(0x700_0000_0010L)).isEqualTo(2);
		assertThat(index.id(2)).isEqualTo(0x700_0000_0010L);
	}

	@Test
	void addressesWithoutAnObjectHaveNoNumber() throws IOException {
		ObjectIndex index = index(0x1000, 0x2000);
		assertThat(index.number(0x1008)).isEqualTo(ObjectIndex.ABSENT);
		assertThat(index.number(0x1004)).isEqualTo(ObjectIndex.ABSENT);
		assertThat(index.number(-8)).isEqualTo(ObjectIndex.ABSENT);
		assertThat(index.number(0x7000_0000_0000L)).isEqualTo(ObjectIndex.ABSENT);
	}

	@Test
	void numbersAndAddressesOfManyObjectsBelongTogether() throws IOException {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		// Close to each other, as in a heap, or anywhere among all ids.
		for (long range : new long[] { 1 << 16, 1 << 24, Long.MAX_VALUE }) {
			TreeSet<Long> addresses = new TreeSet<>(Long::compareUnsigned);
			while (addresses.size() < MAX_CHUNKS) {
				addresses.add((range != Long.MAX_VALUE) ? random.nextLong(range) << 3 : random.nextLong() & ~7L);
			}
			ObjectIndex index = index(addresses.stream().mapToLong(Long::longValue).toArray());
			int number = 0;
			for (long address : addresses) {
				assertThat(index.number(address)).as("seed %d", seed).isEqualTo(number);
				assertThat(index.id(number++)).as("seed %d", seed).isEqualTo(address);
			}
		}
	}

	@Test
	void nextObjectIsFoundAsFarAsAsked() throws IOException {
		ObjectIndex index = index(0x10_0000, 0x10_0008, 0x10_0100, 0x10_0400, 0x20_0000);
		assertThat(index.wordsToNext(0x10_0000, 100)).isEqualTo(1);
		assertThat(index.wordsToNext(0x10_0008, 100)).isEqualTo(31);
		assertThat(index.wordsToNext(0x10_0100, 100)).isEqualTo(96);
		assertThat(index.wordsToNext(0x10_0100, 20)).isGreaterThan(20);
		assertThat(index.wordsToNext(0x10_0400, 1 << 20)).as("in another chunk").isGreaterThan(1 << 20);
	}

	@Test
	void markWhenAddressesAreSpreadOverMoreThanAHeapShouldRefuse() throws IOException {
		AddressBitmap bitmap = new AddressBitmap(3, this.files.sparse(1L << 30));
		AddressBitmap.Marker marker = bitmap.marker();
		for (long i = 0; i < 3; i++) {
			assertThat(marker.mark(i << 40)).isTrue();
		}
		assertThat(marker.mark(3L << 40)).isFalse();
		assertThat(marker.mark(2L << 40 | 8)).isTrue();
	}

	private ObjectIndex index(long... addresses) throws IOException {
		AddressBitmap bitmap = new AddressBitmap(MAX_CHUNKS, this.files.sparse(1L << 30));
		AddressBitmap.Marker marker = bitmap.marker();
		for (long address : addresses) {
			assertThat(marker.mark(address)).isTrue();
		}
		marker.close();
		return bitmap.index(this.files.zeros(bitmap.rankCount()));
	}

}
