package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.DumpMutation;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes reports about dumps that are damaged in random ways: whatever can be indexed is
 * reported about, or refused in a sentence.
 */
class HostileReportsTests {

	private static final int DUMPS = Integer.getInteger("heapwise.hostile-reports", 200);

	private static final long SEED = Long.getLong("heapwise.hostile-seed", 6);

	@TempDir
	private Path directory;

	@Test
	void damagedDumpsAreReportedAboutOrRefused() throws IOException {
		Random random = new Random(SEED);
		byte[] original = dump().build();
		int reported = 0;
		for (int i = 0; i < DUMPS; i++) {
			Path file = Files.write(this.directory.resolve("damaged.hprof"), DumpMutation.any(original, 8, random));
			try {
				reported += report(file) ? 1 : 0;
			}
			catch (RuntimeException | IOException | Error ex) {
				throw new AssertionError("Seed %d, dump %d".formatted(SEED, i), ex);
			}
			HeapIndexer.delete(file);
		}
		assertThat(reported).isGreaterThan(DUMPS / 10);
	}

	private static boolean report(Path file) throws IOException {
		try {
			HeapIndexer.index(file, 1, CancelSignal.NEVER, (ratio) -> {
			});
			HeapReports.write(file, CancelSignal.NEVER, (ratio) -> {
			});
		}
		catch (IOException ex) {
			assertThat(ex).hasMessageContaining("eap dump").hasMessageNotContaining("has changed");
			return false;
		}
		try (IndexedHeapViews views = IndexedHeapViews.open(file, false)) {
			views.duplicates(TableQuery.FIRST);
			assertThat(views.collections(TableQuery.FIRST).table().rows()).allSatisfy((row) -> {
				assertThat(row.fillRatio()).isBetween(0.0, 1.0);
				assertThat(row.wastedBytes()).isNotNegative();
			});
			return true;
		}
	}

	private static HeapDumpBuilder dump() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("[B", "java.lang.Object")
			.classNamed("[Ljava.lang.Object;", "java.lang.Object")
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("coder", BasicType.BYTE))
			.classNamed("java.util.ArrayList", "java.lang.Object", field("elementData", BasicType.OBJECT),
					field("size", BasicType.INT))
			.classNamed("java.util.HashMap", "java.lang.Object", field("table", BasicType.OBJECT),
					field("size", BasicType.INT))
			.classNamed("java.util.HashSet", "java.lang.Object", field("map", BasicType.OBJECT))
			.classNamed("shop.Orders", "java.util.ArrayList", field("count", BasicType.LONG))
			.array("bytes", (byte) 'a', (byte) 'b')
			.array("copy", (byte) 'a', (byte) 'b')
			.instance("first", "java.lang.String", "bytes", (byte) 0)
			.instance("second", "java.lang.String", "copy", (byte) 0)
			.objects("array", "[Ljava.lang.Object;", "first", null, "second", null)
			.instance("list", "java.util.ArrayList", "array", 2)
			.instance("orders", "shop.Orders", 3L, "array", 2)
			.instance("map", "java.util.HashMap", "array", 2)
			.instance("set", "java.util.HashSet", "map")
			.root(HprofTag.ROOT_JNI_GLOBAL, "list", 0, 0)
			.root(HprofTag.ROOT_JNI_GLOBAL, "orders", 0, 0)
			.root(HprofTag.ROOT_JNI_GLOBAL, "set", 0, 0);
	}

}
