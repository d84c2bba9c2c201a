package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import io.github.heapwise.hprof.LargeDump;
import io.github.heapwise.hprof.MalformedDumpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link HeapIndexer} and {@link IndexDirectory}. More damaged dumps by
 * {@code -DargLine=-Dheapwise.test.mutated-dumps=100000}.
 */
class HeapIndexerTests {

	private static final int MUTATIONS = Integer.getInteger("heapwise.test.mutated-dumps", 1000);

	private static final int OPENED = 50;

	private static final LargeDump.Size SMALL = new LargeDump.Size(1000, 2000, 10, 50, 300);

	@TempDir
	private Path directory;

	@Test
	void indexIsBuiltOnceAndReopened() throws IOException {
		Path dump = order().writeTo(this.directory);
		assertThat(HeapGraph.isIndexed(dump)).isFalse();
		index(dump);
		assertThat(HeapGraph.isIndexed(dump)).isTrue();
		FileTime built = Files.getLastModifiedTime(header(dump));
		index(dump);
		assertThat(Files.getLastModifiedTime(header(dump))).isEqualTo(built);
	}

	@Test
	void nobodyElseMayReadAnIndex() throws IOException {
		Path dump = order().writeTo(this.directory);
		index(dump);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(IndexDirectory.of(dump))))
			.isEqualTo("rwx------");
	}

	@Test
	void openingAgainAndAgainMapsNothing() throws IOException {
		Path dump = order().writeTo(this.directory);
		index(dump);
		long before = mappedBytes();
		for (int i = 0; i < OPENED; i++) {
			try (HeapGraph graph = HeapGraph.open(dump)) {
				assertThat(graph.referrers(0, 0, 10, CancelSignal.NEVER).total()).isNotNegative();
				assertThat(graph.fields(0, 0, 10)).isNotNull();
			}
		}
		assertThat(mappedBytes()).isLessThanOrEqualTo(before);
	}

	@Test
	void indexOfAnEarlierDumpIsReplaced() throws IOException {
		Path dump = order().writeTo(this.directory);
		index(dump);
		order().instance("second", "shop.Order", 2L).root(HprofTag.ROOT_MONITOR_USED, "second").writeTo(this.directory);
		assertThat(HeapGraph.isIndexed(dump)).isFalse();
		assertThatIOException().isThrownBy(() -> HeapGraph.open(dump))
			.withMessage("Heap dump 'orders.hprof' has no index that fits it. Build it first");
		index(dump);
		try (HeapGraph graph = HeapGraph.open(dump)) {
			assertThat(graph.totals().objects()).isEqualTo(4);
		}
	}

	@Test
	void damagedIndexIsBuiltAgain() throws IOException {
		Path dump = order().writeTo(this.directory);
		index(dump);
		Files.write(IndexDirectory.of(dump).resolve(IndexFiles.EDGES), new byte[1], StandardOpenOption.APPEND);
		assertThat(HeapGraph.isIndexed(dump)).isFalse();
		index(dump);
		byte[] header = Files.readAllBytes(header(dump));
		for (int i = 0; i < header.length; i++) {
			byte[] damaged = header.clone();
			damaged[i] ^= 1;
			Files.write(header(dump), damaged);
			assertThat(HeapGraph.isIndexed(dump)).as("byte %d", i).isFalse();
			Files.write(header(dump), Arrays.copyOf(header, i));
			assertThat(HeapGraph.isIndexed(dump)).as("%d bytes", i).isFalse();
		}
		index(dump);
		assertThat(HeapGraph.isIndexed(dump)).isTrue();
	}

	@Test
	void cancelledWorkLeavesNothingBehind() throws IOException {
		Path dump = this.directory.resolve("large.hprof");
		LargeDump.write(dump, SMALL);
		List<Double> ratios = new ArrayList<>();
		HeapIndexer.index(dump, 1, CancelSignal.NEVER, ratios::add);
		assertThat(ratios).isSorted().startsWith(0.0).endsWith(1.0);
		// After the last of them nobody asks any more.
		for (double until : ratios.subList(0, ratios.size() - 1)) {
			IndexDirectory.delete(IndexDirectory.of(dump));
			double[] reached = { -1 };
			assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> HeapIndexer.index(dump, 1,
					() -> (reached[0] >= until) ? "Enough at " + until : null, (ratio) -> reached[0] = ratio));
			assertThat(files()).containsExactly(dump);
		}
	}

	@Test
	void leftoversOfAKilledProcessAreRemoved() throws IOException {
		Path dump = order().writeTo(this.directory);
		Path part = Files.createDirectory(this.directory.resolve("orders.hprof.hwi.part"));
		Files.write(part.resolve(IndexFiles.EDGES), new byte[7]);
		index(dump);
		assertThat(files()).containsExactlyInAnyOrder(dump, IndexDirectory.of(dump));
	}

	@Test
	void deletedIndexIsGone() throws IOException {
		Path dump = order().writeTo(this.directory);
		index(dump);
		Files.createDirectory(this.directory.resolve("orders.hprof.hwi.part"));
		HeapIndexer.delete(dump);
		assertThat(files()).containsExactly(dump);
		HeapIndexer.delete(dump);
	}

	@Test
	void compressedDumpIsReadLikeAnother() throws IOException {
		HeapDumpBuilder builder = order();
		try (IndexedDump dump = new IndexedDump(builder, builder.writeCompressedTo(this.directory))) {
			assertThat(dump.graph.totals().objects()).isEqualTo(3);
			assertThat(dump.graph.fields(dump.number("order"), 0, 10)).extracting(FieldValue::primitive)
				.containsExactly(17L);
		}
	}

	@Test
	void truncatedDumpIsAnalysedAsFarAsItGoes() throws IOException {
		byte[] whole = order().instance("last", "shop.Order", 1L).build();
		Path dump = Files.write(this.directory.resolve("orders.hprof"), Arrays.copyOf(whole, whole.length - 9 - 4));
		index(dump);
		try (HeapGraph graph = HeapGraph.open(dump)) {
			assertThat(graph.totals().objects()).isEqualTo(3);
			assertThat(graph.totals().truncation()).startsWith("Heap dump 'orders.hprof' is truncated");
		}
	}

	@Test
	void indexWhenFileIsNoDumpShouldRefuse() throws IOException {
		Path dump = Files.writeString(this.directory.resolve("orders.hprof"),
				"no heap dump, but long enough to be one");
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> index(dump));
		assertThat(files()).containsExactly(dump);
	}

	@Test
	void indexWhenDumpHasNoObjectShouldBeEmpty() throws IOException {
		Path dump = aHeapDump().emptySegment().writeTo(this.directory);
		index(dump);
		try (HeapGraph graph = HeapGraph.open(dump)) {
			assertThat(graph.totals().objects()).isZero();
			assertThat(graph.dominated(-1, 0, 10)).isEmpty();
		}
	}

	@Test
	void indexWhenClassIsAboveItselfShouldRefuse() {
		Path dump = aHeapDump().classNamed("shop.Order", "shop.Document")
			.classNamed("shop.Document", "shop.Order")
			.writeTo(this.directory);
		assertThatIOException().isThrownBy(() -> index(dump)).withMessageContaining("has a class that is above itself");
	}

	@Test
	void indexWhenInstanceDoesNotFitItsClassShouldNameOffset() {
		Path dump = order().instance("odd", "shop.Order", 1).writeTo(this.directory);
		assertThatExceptionOfType(MalformedDumpException.class).isThrownBy(() -> index(dump))
			.withMessageContaining("instance has 4 bytes, those of its class 'shop/Order' have 8")
			.satisfies((ex) -> assertThat(ex.offset()).isPositive());
	}

	@Test
	void generatedDumpHasWhatWasGenerated() throws IOException {
		Path dump = this.directory.resolve("large.hprof");
		LargeDump.write(dump, SMALL);
		index(dump);
		try (HeapGraph graph = HeapGraph.open(dump)) {
			assertThat(graph.totals().objects()).isEqualTo(SMALL.objects() + graph.totals().classes() - 10);
			assertThat(graph.totals().reachableObjects()).isEqualTo(graph.totals().objects());
			assertThat(graph.classes()).filteredOn((type) -> type.name().startsWith("com.example.generated"))
				.hasSize(SMALL.classes())
				.allMatch((type) -> type.instances() == 20 && type.shallowBytes() == 20 * 32);
		}
	}

	@Test
	void mutatedDumpsAreAnalysedOrRefused() throws IOException {
		Map<MutatedDumps.Outcome, Integer> outcomes = new MutatedDumps(this.directory, new Random().nextLong(),
				(dump) -> {
				})
			.run(MUTATIONS);
		assertThat(outcomes).containsOnlyKeys(MutatedDumps.Outcome.values());
		assertThat(files()).hasSize(1);
	}

	private static long mappedBytes() {
		return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.filter((pool) -> pool.getName().equals("mapped"))
			.mapToLong(BufferPoolMXBean::getTotalCapacity)
			.sum();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.toList();
		}
	}

	private static void index(Path dump) throws IOException {
		HeapIndexer.index(dump, 2, CancelSignal.NEVER, (ratio) -> {
		});
	}

	private static Path header(Path dump) {
		return IndexDirectory.of(dump).resolve(IndexHeader.FILE);
	}

	private static HeapDumpBuilder order() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("shop.Order", "java.lang.Object", field("number", BasicType.LONG))
			.instance("order", "shop.Order", 17L)
			.root(HprofTag.ROOT_MONITOR_USED, "order");
	}

}
