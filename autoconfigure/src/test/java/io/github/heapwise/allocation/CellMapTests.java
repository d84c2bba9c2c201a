package io.github.heapwise.allocation;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CellMap}, {@link CellKey} and {@link SealedCells}.
 */
class CellMapTests {

	@ParameterizedTest
	@CsvSource({ "0, 0, 0, 1", "0, 0, 255, 1", "4095, 1, 1, 2147483647", "0, 2047, 0, 1",
			"8191, 2047, 255, 2147483647" })
	void keyKeepsItsParts(int group, int tag, int sizeClass, int node) {
		long key = CellKey.of(group, tag, sizeClass, node);
		assertThat(CellKey.group(key)).isEqualTo(group);
		assertThat(CellKey.tag(key)).isEqualTo(tag);
		assertThat(CellKey.sizeClass(key)).isEqualTo(sizeClass);
		assertThat(CellKey.node(key)).isEqualTo(node);
	}

	@Test
	void addShouldSumUpByKey() {
		CellMap cells = new CellMap();
		cells.add(7, 100, 2, 1);
		cells.add(7, 50, 1, 1);
		cells.add(8, 1, 1, 1);
		assertThat(contents(cells)).isEqualTo(Map.of(7L, new Cell(150, 3, 2), 8L, new Cell(1, 1, 1)));
		assertThat(cells.size()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void growingMapMatchesAHashMap(long seed) {
		Map<Long, Cell> expected = new HashMap<>();
		CellMap cells = fill(seed, expected);
		assertThat(contents(cells)).as("seed %d", seed).isEqualTo(expected);
		assertThat(cells.size()).as("seed %d", seed).isEqualTo(expected.size());
		assertThat(cells.sortedKeys()).as("seed %d", seed)
			.containsExactly(expected.keySet().stream().sorted().mapToLong(Long::longValue).toArray());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void sealedCellsAreTheCells(long seed) {
		Map<Long, Cell> expected = new HashMap<>();
		SealedCells sealed = SealedCells.of(fill(seed, expected));
		assertThat(contents(sealed)).as("seed %d", seed).isEqualTo(expected);
	}

	@Test
	void sealedCellsKeepValuesOfAnySize() {
		CellMap cells = new CellMap();
		long key = CellKey.of(CellKey.MAX_GROUPS - 1, RouteTag.NONE, 255, Integer.MAX_VALUE);
		cells.add(key, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
		cells.add(1, 0, 0, 0);
		assertThat(contents(SealedCells.of(cells)))
			.isEqualTo(Map.of(key, new Cell(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE), 1L, new Cell(0, 0, 0)));
	}

	@Test
	void sealingNothingIsEmpty() {
		assertThat(contents(SealedCells.of(new CellMap()))).isEmpty();
		assertThat(SealedCells.of(new CellMap()).packedBytes()).isZero();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void rekeyedCellsAddUp(long seed) {
		Map<Long, Cell> original = new HashMap<>();
		SealedCells rekeyed = SealedCells.of(fill(seed, original)).rekeyed((key) -> 1 + key % 17);
		Map<Long, Cell> expected = new HashMap<>();
		original.forEach((key, cell) -> expected.merge(1 + key % 17, cell, Cell::plus));
		assertThat(contents(rekeyed)).as("seed %d", seed).isEqualTo(expected);
	}

	@Test
	void sealedCellTakesLittleMemory() {
		Random random = new Random(5);
		CellMap cells = new CellMap();
		for (int node = 5; node < 10_005; node++) {
			cells.add(CellKey.of(random.nextInt(20), RouteTag.NONE, SizeClass.UNKNOWN, node), random.nextInt(100_000),
					random.nextInt(50), 1);
		}
		assertThat(SealedCells.of(cells).packedBytes() / (double) cells.size()).as("seed 5, bytes a cell")
			.isLessThan(10);
	}

	private static CellMap fill(long seed, Map<Long, Cell> expected) {
		Random random = new Random(seed);
		CellMap cells = new CellMap();
		for (int i = 0; i < 20_000; i++) {
			long key = CellKey.of(random.nextInt(50), random.nextInt(8), random.nextInt(256), 1 + random.nextInt(200));
			Cell cell = new Cell(random.nextInt(1 << random.nextInt(31)), random.nextInt(100), random.nextInt(3));
			cells.add(key, cell.bytes(), cell.objects(), cell.samples());
			expected.merge(key, cell, Cell::plus);
		}
		return cells;
	}

	private static Map<Long, Cell> contents(CellMap cells) {
		Map<Long, Cell> contents = new HashMap<>();
		cells.forEach((key, bytes, objects, samples) -> contents.put(key, new Cell(bytes, objects, samples)));
		return contents;
	}

	private static Map<Long, Cell> contents(SealedCells cells) {
		Map<Long, Cell> contents = new HashMap<>();
		cells.forEach((key, bytes, objects, samples) -> contents.merge(key, new Cell(bytes, objects, samples),
				(first, again) -> {
					throw new AssertionError("Key " + key + " twice");
				}));
		return contents;
	}

	private record Cell(long bytes, long objects, int samples) {

		Cell plus(Cell other) {
			return new Cell(this.bytes + other.bytes, this.objects + other.objects, this.samples + other.samples);
		}

	}

}
