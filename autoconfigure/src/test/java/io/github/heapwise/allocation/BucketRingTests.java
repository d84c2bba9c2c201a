package io.github.heapwise.allocation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.heapwise.allocation.BucketRing.RingLimits;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BucketRing} and {@link Bucket}.
 */
class BucketRingTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final BucketRing ring = ring(3, Long.MAX_VALUE);

	@Test
	void recentBucketsStayAsTheyAre() {
		addSeconds(0, 30);
		assertThat(this.ring.all()).extracting(BucketRingTests::seconds).containsExactly("0-10", "10-20", "20-30");
	}

	@Test
	void olderBucketsAreMergedToCoarseOnes() {
		addSeconds(0, 60);
		assertThat(this.ring.all()).extracting(BucketRingTests::seconds)
			.containsExactly("0-20", "20-40", "40-50", "50-60");
	}

	@Test
	void mergingKeepsEverything() {
		addSeconds(0, 60);
		assertThat(this.ring.all().stream().mapToLong(BucketRingTests::sampledBytes).sum()).isEqualTo(6 * 100);
		assertThat(this.ring.all().stream().mapToLong((bucket) -> bucket.exact().totalBytes()).sum())
			.isEqualTo(6 * 1000);
		assertThat(this.ring.all().stream().mapToLong((bucket) -> bucket.exact().of(2)).sum()).isEqualTo(6 * 700);
		assertThat(this.ring.all().stream().mapToLong((bucket) -> bucket.routes().of(3).bytes()).sum())
			.isEqualTo(6 * 80);
		assertThat(this.ring.all().stream().mapToLong(Bucket::dropped).sum()).isEqualTo(6);
		assertThat(this.ring.all().stream().mapToLong((bucket) -> bucket.callerBytes().jdk()).sum()).isEqualTo(6 * 100);
	}

	@Test
	void bucketsOfDifferentRegimesAreNeverMerged() {
		this.ring.add(bucket(0, 10, SamplingMode.ALL));
		this.ring.add(bucket(10, 20, SamplingMode.THROTTLED));
		this.ring.add(bucket(20, 30, SamplingMode.THROTTLED));
		this.ring.add(bucket(30, 40, SamplingMode.ALL));
		this.ring.add(bucket(40, 50, SamplingMode.ALL));
		this.ring.add(bucket(50, 60, SamplingMode.ALL));
		assertThat(this.ring.all()).extracting((bucket) -> seconds(bucket) + " " + bucket.regime())
			.containsExactly("0-10 WEIGHED", "10-30 EVEN", "30-40 WEIGHED", "40-50 WEIGHED", "50-60 WEIGHED");
	}

	@Test
	void mergedBucketSaysTheLeastOfItsModes() {
		Bucket merged = Bucket.merge(List.of(bucket(0, 10, SamplingMode.ALL), bucket(10, 20, SamplingMode.ALL_SLICED),
				bucket(20, 30, SamplingMode.SLICED)));
		assertThat(merged.sampling()).isEqualTo(SamplingMode.ALL_SLICED);
	}

	@Test
	void mergingWithAnUnknownTotalIsUnknown() {
		Bucket known = bucket(0, 10, SamplingMode.ALL);
		Bucket unknown = new Bucket(10 * SECOND, 20 * SECOND, Regime.WEIGHED, SamplingMode.ALL, known.cells(),
				new ExactBytes(Map.of(), TotalAllocatedBytes.UNKNOWN), known.routes(), known.callerBytes(), 0);
		assertThat(Bucket.merge(List.of(known, unknown)).exact().totalBytes()).isEqualTo(TotalAllocatedBytes.UNKNOWN);
	}

	@Test
	void bucketsOlderThanRetentionAreDropped() {
		addSeconds(0, 200);
		assertThat(this.ring.all().get(0).endNanos()).isGreaterThanOrEqualTo((200 - 100) * SECOND);
		assertThat(this.ring.all().get(0).startNanos()).isLessThanOrEqualTo((200 - 100) * SECOND);
	}

	@Test
	void oldestBucketsAreDroppedWhenMemoryIsUsedUp() {
		long one = bucket(0, 10, SamplingMode.ALL).heapBytes();
		BucketRing small = ring(100, 3 * one);
		for (int second = 0; second < 100; second += 10) {
			small.add(bucket(second, second + 10, SamplingMode.ALL));
			assertThat(small.heapBytes()).isLessThanOrEqualTo(3 * one);
		}
		assertThat(small.all()).extracting(BucketRingTests::seconds).containsExactly("70-80", "80-90", "90-100");
	}

	@Test
	void countersOfManyThreadsUseUpMemoryToo() {
		Map<Integer, Long> bytesByGroup = IntStream.range(0, 1000)
			.boxed()
			.collect(Collectors.toMap((i) -> i, (i) -> 9L));
		ExactBytes manyThreads = new ExactBytes(bytesByGroup, 9000);
		BucketRing small = ring(100, 200_000);
		for (int second = 0; second < 100; second += 10) {
			small.add(bucket(second, second + 10, SamplingMode.ALL).rekeyed((key) -> key, (exact) -> manyThreads));
		}
		assertThat(small.all()).extracting(BucketRingTests::seconds).containsExactly("80-90", "90-100");
	}

	@Test
	void countsOfManyRoutesUseUpMemoryToo() {
		RouteCounts manyRoutes = new RouteCounts(
				IntStream.range(0, 1000).boxed().collect(Collectors.toMap((i) -> i, (i) -> new RouteCount(1, 1, 9))));
		BucketRing small = ring(100, 250_000);
		for (int second = 0; second < 100; second += 10) {
			Bucket bucket = bucket(second, second + 10, SamplingMode.ALL);
			small.add(new Bucket(bucket.startNanos(), bucket.endNanos(), bucket.regime(), bucket.sampling(),
					bucket.cells(), bucket.exact(), manyRoutes, bucket.callerBytes(), 0));
		}
		assertThat(small.all()).extracting(BucketRingTests::seconds).containsExactly("80-90", "90-100");
	}

	@Test
	void bucketIsCenteredInOneOfTwoRangesSideBySide() {
		Bucket bucket = bucket(10, 20, SamplingMode.ALL);
		assertThat(bucket.isCenteredIn(0, 15 * SECOND)).isFalse();
		assertThat(bucket.isCenteredIn(15 * SECOND, 20 * SECOND)).isTrue();
		assertThat(bucket.isCenteredIn(0, 15 * SECOND + 1)).isTrue();
	}

	@Test
	void newestBucketIsKeptHoweverLarge() {
		BucketRing tiny = ring(100, 1);
		tiny.add(bucket(0, 10, SamplingMode.ALL));
		tiny.add(bucket(10, 20, SamplingMode.ALL));
		assertThat(tiny.all()).extracting(BucketRingTests::seconds).containsExactly("10-20");
	}

	@Test
	void heapBytesAreThoseOfTheBuckets() {
		addSeconds(0, 150);
		assertThat(this.ring.heapBytes()).isEqualTo(heapBytesOfBuckets());
		this.ring.replaceAll((bucket) -> bucket.rekeyed((key) -> CellKey.of(0, RouteTag.NONE, SizeClass.UNKNOWN, 9),
				(exact) -> exact));
		assertThat(this.ring.heapBytes()).isEqualTo(heapBytesOfBuckets());
	}

	@Test
	void bucketOverlapsARangeThatTouchesIt() {
		Bucket bucket = bucket(10, 20, SamplingMode.ALL);
		assertThat(bucket.overlaps(0, 10 * SECOND)).isFalse();
		assertThat(bucket.overlaps(0, 10 * SECOND + 1)).isTrue();
		assertThat(bucket.overlaps(15 * SECOND, 16 * SECOND)).isTrue();
		assertThat(bucket.overlaps(20 * SECOND - 1, 30 * SECOND)).isTrue();
		assertThat(bucket.overlaps(20 * SECOND, 30 * SECOND)).isFalse();
	}

	private void addSeconds(int from, int to) {
		for (int second = from; second < to; second += 10) {
			this.ring.add(bucket(second, second + 10, SamplingMode.ALL));
		}
	}

	private long heapBytesOfBuckets() {
		return this.ring.all().stream().mapToLong(Bucket::heapBytes).sum();
	}

	private static BucketRing ring(int fineBuckets, long maxBytes) {
		return new BucketRing(new RingLimits(fineBuckets, 20 * SECOND, 100 * SECOND, maxBytes));
	}

	private static Bucket bucket(int from, int to, SamplingMode mode) {
		CellMap cells = new CellMap();
		cells.add(CellKey.of(2, RouteTag.NONE, SizeClass.UNKNOWN, 6), 60, 3, 2);
		cells.add(CellKey.of(2, RouteTag.NONE, SizeClass.LARGER_THAN_TLAB, 7), 40, 1, 1);
		return new Bucket(from * SECOND, to * SECOND, mode.regime(), mode, SealedCells.of(cells),
				new ExactBytes(Map.of(2, 700L), 1000), new RouteCounts(Map.of(3, new RouteCount(5, 4, 80))),
				new CallerBytes(0, 0, 100, 0), 1);
	}

	private static long sampledBytes(Bucket bucket) {
		long[] sum = new long[1];
		bucket.cells().forEach((key, bytes, objects, samples) -> sum[0] += bytes);
		return sum[0];
	}

	private static String seconds(Bucket bucket) {
		return bucket.startNanos() / SECOND + "-" + bucket.endNanos() / SECOND;
	}

}
