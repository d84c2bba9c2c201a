package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Kinds} and {@link LongArrays}.
 */
class KindsTests {

	private static final int CLASSES = 10;

	private static final int CLASS_CLASS = 4;

	@TempDir
	private Path directory;

	@Test
	void instancesClassesAndArraysAreToldApart() throws IOException {
		Kinds.Coding coding = Kinds.Coding.of(CLASSES, CLASS_CLASS, 2);
		Kinds kinds = kinds(coding, coding.instance(9), coding.mirror(9), coding.array(1, 7));
		assertThat(kinds.classOf(0)).isEqualTo(9);
		assertThat(kinds.words(0)).isEqualTo(3);
		assertThat(kinds.length(0)).isEqualTo(-1);
		assertThat(kinds.mirrored(0)).isEqualTo(ClassTable.NONE);
		assertThat(kinds.classOf(1)).isEqualTo(CLASS_CLASS);
		assertThat(kinds.words(1)).isEqualTo(14);
		assertThat(kinds.mirrored(1)).isEqualTo(9);
		assertThat(kinds.classOf(2)).isEqualTo(8);
		assertThat(kinds.length(2)).isEqualTo(7);
		assertThat(kinds.words(2)).as("12 + 7 * 8 bytes").isEqualTo(9);
		assertThat(kinds.mirrored(2)).isEqualTo(ClassTable.NONE);
	}

	@Test
	void arraysOfAnyLengthKeepIt() throws IOException {
		Kinds.Coding coding = new Kinds.Coding(CLASSES, CLASS_CLASS, 10);
		long[] lengths = { 0, 1022, 1023, 1024, Integer.MAX_VALUE, 0xFFFF_FFFFL };
		LongArrays.Collector collector = new LongArrays.Collector();
		int[] column = new int[lengths.length];
		for (int i = lengths.length - 1; i >= 0; i--) {
			column[i] = coding.array(0, lengths[i]);
			if (lengths[i] >= coding.longArray()) {
				collector.add(i, lengths[i]);
			}
		}
		LongArrays longArrays = collector.write(new WorkFiles(this.directory));
		assertThat(longArrays.size()).isEqualTo(4);
		Kinds kinds = kinds(coding, longArrays, column);
		for (int i = 0; i < lengths.length; i++) {
			assertThat(kinds.length(i)).isEqualTo(lengths[i]);
			assertThat(kinds.words(i)).isEqualTo((16 + lengths[i] + 7) / 8);
		}
	}

	@Test
	void lengthsGetAllBitsThatClassesLeave() {
		assertThat(Kinds.Coding.of(CLASSES, CLASS_CLASS, 255).lengthBits()).isEqualTo(23);
		assertThat(Kinds.Coding.of(CLASSES, CLASS_CLASS, 256).lengthBits()).isEqualTo(22);
		assertThat(Kinds.Coding.of(CLASSES, CLASS_CLASS, 256).array(255, 1L << 40)).isPositive();
	}

	private Kinds kinds(Kinds.Coding coding, int... column) throws IOException {
		return kinds(coding, new LongArrays.Collector().write(new WorkFiles(this.directory)), column);
	}

	// Two classes of arrays: number 3 of bytes and number 8 of references.
	private static Kinds kinds(Kinds.Coding coding, LongArrays lengths, int... column) {
		int[] arrays = { 3, 16, 1, 8, 12, 8 };
		int[] words = new int[2 * CLASSES];
		words[9] = 3;
		words[CLASSES + 9] = 14;
		return new Kinds(coding, (index) -> column[(int) index], lengths, (index) -> arrays[(int) index],
				(index) -> words[(int) index], 8);
	}

}
