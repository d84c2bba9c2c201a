package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.allocation.AllocationProfile.TimelineEntry;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationStore}, {@link OpenBucket}, {@link SampleTree} and
 * {@link ProfileQuery}.
 */
class AllocationStoreTests {

	private final FedStore fed = new FedStore();

	@Test
	void emptyStoreHasAnEmptyProfile() {
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEmpty();
		assertThat(profile.samples()).isZero();
		assertThat(profile.errorRatio()).isOne();
		assertThat(profile.timeline()).isEmpty();
		assertThat(profile.threads()).isEmpty();
		assertThat(profile.recorded()).isZero();
		assertThat(profile.from()).isEqualTo(Instant.EPOCH);
	}

	@Test
	void profileShouldScaleSamplesToTheCounters() {
		this.fed.rotate(0)
			.allocate(7, "main", 8000)
			.sample(1, 7, "main;add;byte[]", 1000)
			.sample(2, 7, "main;list;byte[]", 3000)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("main;add;byte[] 2000\nmain;list;byte[] 6000\n");
		assertThat(profile.samples()).isEqualTo(2);
		assertThat(profile.scaled()).isTrue();
		assertThat(profile.recorded()).isEqualTo(Duration.ofSeconds(10));
		assertThat(profile.sampling()).containsExactly(SamplingMode.ALL);
		assertThat(profile.threads()).containsExactly(new ThreadBytes("main", 8000));
	}

	@Test
	void currentBucketIsSeenAsFarAsItsSamplesHaveArrived() {
		this.fed.rotate(0).sample(1, 7, "main;byte[]", 10).allocate(7, "main", 500);
		assertThat(FedStore.folded(this.fed.profile())).isEmpty();
		this.fed.flushed(2);
		assertThat(FedStore.folded(this.fed.profile())).isEqualTo("main;byte[] 500\n");
		this.fed.allocate(7, "main", 100).flushed(3);
		assertThat(FedStore.folded(this.fed.profile())).isEqualTo("main;byte[] 600\n");
	}

	@Test
	void askingChangesNothing() {
		this.fed.rotate(0).sample(1, 7, "main;byte[]", 10).allocate(7, "main", 500).allocate(8, "idle", 50).flushed(2);
		String first = FedStore.folded(this.fed.profile());
		assertThat(FedStore.folded(this.fed.profile())).isEqualTo(first);
		this.fed.rotate(10).rotate(20).rotate(30);
		assertThat(FedStore.folded(this.fed.profile())).isEqualTo(first);
	}

	@Test
	void lateSampleGoesToTheBucketOfItsTime() {
		this.fed.rotate(0).allocate(7, "main", 100).rotate(10).sample(9, 7, "main;late;byte[]", 10);
		assertThat(FedStore.folded(this.fed.profile(0, 10))).isEqualTo("main;late;byte[] 100\n");
		this.fed.allocate(7, "main", 1000).sample(11, 7, "main;inTime;byte[]", 10).rotate(20);
		assertThat(FedStore.folded(this.fed.profile(10, 20))).isEqualTo("main;inTime;byte[] 1000\n");
	}

	@Test
	void sampleOfATimeBeforeAllOpenBucketsGoesToTheOlderOne() {
		this.fed.rotate(0).rotate(10).rotate(20).allocate(7, "main", 100).sample(3, 7, "main;byte[]", 10).rotate(30);
		AllocationProfile older = this.fed.profile(10, 20);
		assertThat(older.samples()).isOne();
	}

	@Test
	void sampleBeforeTheFirstBucketIsIgnored() {
		this.fed.sample(1, 7, "main;byte[]", 10).rotate(2).rotate(10);
		assertThat(this.fed.profile().samples()).isZero();
	}

	@Test
	void sampleOfAnotherModeIsIgnored() {
		this.fed.rotate(0, SamplingMode.ALL)
			.sample(AllocationEvent.SAMPLE, 1, this.fed.platform(7), "main;byte[]", 10)
			.rotate(10, SamplingMode.THROTTLED)
			.sample(AllocationEvent.IN_NEW_TLAB, 11, this.fed.platform(7), "main;byte[]", 10)
			.sample(AllocationEvent.OUTSIDE_TLAB, 11, this.fed.platform(7), "main;byte[]", 10)
			.rotate(20);
		assertThat(this.fed.profile().samples()).isZero();
	}

	@Test
	void rangeGrowsToWholeBuckets() {
		this.fed.rotate(0).rotate(10).rotate(20).rotate(30);
		AllocationProfile profile = this.fed.profile(12, 18);
		assertThat(profile.from()).isEqualTo(Instant.ofEpochSecond(10));
		assertThat(profile.to()).isEqualTo(Instant.ofEpochSecond(20));
		assertThat(profile.recorded()).isEqualTo(Duration.ofSeconds(10));
		assertThat(profile.timeline()).hasSize(3);
	}

	@Test
	void profileOfATypeHoldsThatTypeOnly() {
		twoThreadsAndTwoTypes();
		AllocationProfile profile = this.fed.profile(0, 10, "byte[]", null);
		assertThat(FedStore.folded(profile)).isEqualTo("main;add;byte[] 2000\nwork;byte[] 500\n");
		assertThat(profile.samples()).isEqualTo(2);
	}

	@Test
	void profileOfAThreadOrItsPoolHoldsThatOnly() {
		twoThreadsAndTwoTypes();
		String exec = "work;byte[] 500\nwork;char[] 500\n";
		assertThat(FedStore.folded(this.fed.profile(0, 10, null, "exec-1"))).isEqualTo(exec);
		assertThat(FedStore.folded(this.fed.profile(0, 10, null, "exec"))).isEqualTo(exec);
		assertThat(FedStore.folded(this.fed.profile(0, 10, "char[]", "exec"))).isEqualTo("work;char[] 500\n");
	}

	@Test
	void profileOfAnUnknownTypeOrThreadIsEmpty() {
		twoThreadsAndTwoTypes();
		assertThat(FedStore.folded(this.fed.profile(0, 10, "com.acme.None", null))).isEmpty();
		assertThat(FedStore.folded(this.fed.profile(0, 10, null, "none"))).isEmpty();
		assertThat(this.fed.profile(0, 10, "add", null).samples()).isZero();
	}

	@Test
	void profileOfObjectsCountsThem() {
		twoThreadsAndTwoTypes();
		AllocationProfile profile = this.fed.profile(0, 10, null, null, AllocationValue.OBJECTS);
		assertThat(FedStore.folded(profile))
			.isEqualTo("main;add;byte[] 20\nmain;add;char[] 20\nwork;byte[] 5\nwork;char[] 5\n");
		assertThat(profile.tree().totalObjects()).isEqualTo(50);
	}

	@Test
	void truncatedStacksAreKeptApartAndReported() {
		this.fed.rotate(0)
			.sample(1, 7, "main;byte[]", 300)
			.truncatedSample(1, 7, "deep;byte[]", 100)
			.allocate(7, "main", 4000)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("(truncated);deep;byte[] 1000\nmain;byte[] 3000\n");
		assertThat(profile.truncatedRatio()).isEqualTo(0.25);
		assertThat(this.fed.profile(0, 10, null, null, AllocationValue.OBJECTS).truncatedRatio()).isEqualTo(0.25);
	}

	@Test
	void whatHeapwiseAllocatesIsLeftOutAndReported() {
		this.fed.rotate(0)
			.allocate(7, "main", 4000)
			.sample(1, 7, "main;byte[]", 300)
			.ownSample(1, 7, 100)
			.allocate(8, "heapwise-jfr-stream", 50)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("main;byte[] 3000\n");
		assertThat(profile.ownBytes()).isEqualTo(1050);
		assertThat(profile.threads()).containsExactly(new ThreadBytes("main", 4000));
		assertThat(profile.samples()).isOne();
	}

	@Test
	void groupWithoutASampleKeepsItsBytes() {
		this.fed.rotate(0)
			.sample(1, 7, "main;byte[]", 300)
			.allocate(7, "main", 4000)
			.allocate(8, "idle-1", 70)
			.allocateElsewhere(30)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile))
			.isEqualTo("(not sampled: idle-1) 70\n(not sampled: other threads) 30\nmain;byte[] 4000\n");
		assertThat(profile.notSampledBytes()).isEqualTo(100);
	}

	@Test
	void stacklessSamplesGoToKnownStacksAndAreNoNotSampledBytes() {
		this.fed.rotate(0, SamplingMode.SLICED)
			.allocate(7, "exec-1", 4000)
			.allocate(8, "exec-2", 600)
			.sample(1, 7, "main;add;byte[]", 300)
			.sample(1, 7, "main;list;byte[]", 100)
			.sample(1, 7, "byte[]", 400)
			.sample(1, 8, "byte[]", 200)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("main;add;byte[] 3450\nmain;list;byte[] 1150\n");
		assertThat(profile.notSampledBytes()).isZero();
		assertThat(profile.samples()).isEqualTo(2);
	}

	@Test
	void stacklessSamplesOfAnUnknownStackStayApart() {
		this.fed.rotate(0, SamplingMode.SLICED).allocate(7, "exec-1", 400).sample(1, 7, "byte[]", 200).rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("(stack not sampled);byte[] 400\n");
		assertThat(profile.samples()).isZero();
	}

	@Test
	void virtualThreadsShareWhatNoPlatformThreadAllocated() {
		this.fed.rotate(0)
			.sample(AllocationEvent.IN_NEW_TLAB, 1, FedStore.virtual(100), "v;byte[]", 100)
			.sample(AllocationEvent.IN_NEW_TLAB, 1, FedStore.virtual(101), "w;byte[]", 300)
			.allocate(7, "main", 1000)
			.sample(1, 7, "main;byte[]", 999)
			.allocateElsewhere(800)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("main;byte[] 1000\nv;byte[] 200\nw;byte[] 600\n");
		assertThat(profile.threads()).containsExactly(new ThreadBytes("main", 1000),
				new ThreadBytes("virtual threads", 800));
	}

	@Test
	void endedThreadsAreTakenTogetherByPool() {
		this.fed.rotate(0)
			.allocate(7, "task-1", 100)
			.sample(1, 7, "t;byte[]", 50)
			.allocate(8, "task-2", 300)
			.sample(1, 8, "t;byte[]", 150)
			.end(7)
			.end(8)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("t;byte[] 400\n");
		assertThat(profile.threads()).containsExactly(new ThreadBytes("task", 400));
	}

	@Test
	void profileWithoutATotalIsUnscaledForThreadsWithoutACounter() {
		this.fed.withoutTotal()
			.rotate(0)
			.sample(1, 7, "main;byte[]", 10)
			.allocate(7, "main", 1000)
			.sample(AllocationEvent.IN_NEW_TLAB, 1, FedStore.virtual(100), "v;byte[]", 77)
			.rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(profile.scaled()).isFalse();
		assertThat(FedStore.folded(profile)).isEqualTo("main;byte[] 1000\nv;byte[] 77\n");
	}

	@Test
	void rangeOfTwoModesScalesThemApart() {
		this.fed.rotate(0, SamplingMode.ALL)
			.allocate(7, "main", 1000)
			.sample(1, 7, "a;byte[]", 10)
			.rotate(10, SamplingMode.THROTTLED)
			.allocate(7, "main", 600)
			.sample(AllocationEvent.SAMPLE, 11, this.fed.platform(7), "b;byte[]", 1_000_000)
			.sample(AllocationEvent.SAMPLE, 11, this.fed.platform(7), "c;byte[]", 1)
			.rotate(20);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("a;byte[] 1000\nb;byte[] 300\nc;byte[] 300\n");
		assertThat(profile.sampling()).containsExactlyInAnyOrder(SamplingMode.ALL, SamplingMode.THROTTLED);
	}

	@Test
	void timelineTellsWhoCalledNew() {
		this.fed.rotate(0)
			.sample(1, 7, "main;byte[]", 100)
			.sample(1, 7, "main;java.Lib;byte[]", 200)
			.sample(1, 7, "main;org.Lib;byte[]", 100)
			.allocate(7, "main", 4000)
			.rotate(10);
		TimelineEntry entry = this.fed.profile(5000, 6000).timeline().get(0);
		assertThat(entry.start()).isEqualTo(Instant.ofEpochSecond(0));
		assertThat(entry.end()).isEqualTo(Instant.ofEpochSecond(10));
		assertThat(entry.bytes()).isEqualTo(new CallerBytes(1000, 1000, 2000));
	}

	@Test
	void retainedFromIsTheStartOfTheOldestBucket() {
		assertThat(this.fed.store().retainedFromNanos()).isZero();
		this.fed.rotate(100).rotate(110);
		assertThat(this.fed.store().retainedFromNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(100));
		for (int second = 120; second < 5000; second += 10) {
			this.fed.rotate(second);
		}
		assertThat(this.fed.store().retainedFromNanos()).isBetween(TimeUnit.SECONDS.toNanos(1200),
				TimeUnit.SECONDS.toNanos(1400));
	}

	@Test
	void fullTreeCountsWhatFindsNoRoom() {
		FedStore small = new FedStore(withMaxNodes(20));
		small.rotate(0).allocate(7, "main", 3000);
		for (int i = 0; i < 30; i++) {
			small.sample(1, 7, "m" + i + ";byte[]", 100);
		}
		small.rotate(10);
		AllocationProfile profile = small.profile();
		assertThat(profile.tree().totalBytes(0)).isEqualTo(3000);
		assertThat(profile.droppedSamples()).isBetween(20L, 25L);
		assertThat(FedStore.folded(profile)).contains("(no room left) " + 100 * profile.droppedSamples());
		assertThat(small.store().nodes()).isLessThanOrEqualTo(20);
	}

	@Test
	void fullTreeTakesNoNewNames() {
		SampleTree tree = new SampleTree(10);
		int known = tree.frame(new Frame("known", FrameCategory.JDK));
		int node = tree.stack(new int[] { known, known, known, known, known, known }, false);
		assertThat(tree.isFull()).isTrue();
		int one = tree.frame(new Frame("new 1", FrameCategory.JDK));
		int other = tree.frame(new Frame("new 2", FrameCategory.JDK));
		assertThat(one).isEqualTo(other);
		assertThat(tree.frame(new Frame("known", FrameCategory.JDK))).isEqualTo(known);
		assertThat(tree.isOverflow(tree.stack(new int[] { known, one }, false))).isTrue();
		assertThat(tree.isOverflow(tree.leaf(node, one))).isTrue();
	}

	@Test
	void fullTreeRecoversOnceItsStacksAreForgotten() {
		FedStore small = new FedStore(withMaxNodes(1000));
		small.rotate(0);
		int second = 0;
		for (int i = 0; i < 3000; i++) {
			small.allocate(7, "main", 100).sample(second, 7, "old" + i + ";byte[]", 100);
			if (i % 100 == 99) {
				second += 10;
				small.rotate(second);
			}
		}
		assertThat(small.profile().droppedSamples()).isGreaterThan(0);
		for (int i = 0; i < 1000; i++) {
			second += 10;
			small.rotate(second);
		}
		small.allocate(7, "main", 100).sample(second, 7, "new;byte[]", 100).rotate(second + 10);
		assertThat(small.store().generation()).isGreaterThan(1);
		assertThat(FedStore.folded(small.profile(second, second + 10))).isEqualTo("new;byte[] 100\n");
		assertThat(small.store().nodes()).isLessThan(100);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void compactionKeepsEveryProfileButRenumbers(long seed) {
		FedStore small = new FedStore(withMaxNodes(2000));
		FedStore large = new FedStore(withMaxNodes(1_000_000));
		feed(small, new Random(seed));
		feed(large, new Random(seed));
		assertThat(small.store().generation()).as("seed %d", seed).isPositive();
		assertThat(large.store().generation()).as("seed %d", seed).isZero();
		assertThat(small.store().nodes()).as("seed %d", seed).isLessThan(large.store().nodes());
		for (long from = 0; from < 7200; from += 300) {
			AllocationProfile one = small.profile(from, from + 300);
			AllocationProfile other = large.profile(from, from + 300);
			assertThat(FedStore.folded(one)).as("seed %d, from %d", seed, from).isEqualTo(FedStore.folded(other));
			assertThat(one.threads()).as("seed %d, from %d", seed, from).isEqualTo(other.threads());
			assertThat(one.droppedSamples()).as("seed %d", seed).isZero();
		}
		assertThat(small.profile().timeline()).as("seed %d", seed).isEqualTo(large.profile().timeline());
	}

	@Test
	void groupsBeyondTheLimitAreTakenTogetherUntilOldOnesAreForgotten() {
		FedStore few = new FedStore(
				new AllocationLimits(Duration.ofSeconds(10), Duration.ofMinutes(20), 1 << 20, 10_000, 10));
		few.rotate(0);
		for (int id = 1; id <= 30; id++) {
			few.allocate(id, "t" + id + "x", 100).sample(1, id, "m;byte[]", 10);
		}
		few.rotate(10);
		AllocationProfile profile = few.profile(0, 10);
		assertThat(profile.tree().totalBytes(0)).isEqualTo(3000);
		assertThat(profile.threads()).hasSizeLessThanOrEqualTo(10);
		for (int id = 1; id <= 30; id++) {
			few.end(id);
		}
		for (int second = 20; second < 3600; second += 10) {
			few.rotate(second);
		}
		few.allocate(100, "fresh", 500).rotate(3600).rotate(3610);
		assertThat(few.profile(3590, 3610).threads()).containsExactly(new ThreadBytes("fresh", 500));
	}

	@Test
	void clockSteppingBackLosesNothingAndNoTimeIsNegative() {
		this.fed.rotate(1000)
			.allocate(7, "one", 100)
			.sample(1001, 7, "a;byte[]", 10)
			.rotate(1010)
			.allocate(8, "two", 200)
			.sample(1011, 8, "b;byte[]", 10)
			.rotate(500)
			.allocate(9, "three", 400)
			.sample(501, 9, "c;byte[]", 10)
			.rotate(510)
			.rotate(520);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("a;byte[] 100\nb;byte[] 200\nc;byte[] 400\n");
		assertThat(profile.from()).isBefore(profile.to());
		assertThat(profile.recorded()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
		assertThat(profile.timeline()).allSatisfy((entry) -> assertThat(entry.end()).isAfterOrEqualTo(entry.start()));
		assertThat(this.fed.store().retainedFromNanos()).isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(500));
	}

	@Test
	void clockSteppingForwardForgetsWhatIsOutdated() {
		this.fed.rotate(0).allocate(7, "main", 100).sample(1, 7, "a;byte[]", 10).rotate(10).rotate(20);
		this.fed.rotate(1_000_000).rotate(1_000_010).rotate(1_000_020);
		assertThat(FedStore.folded(this.fed.profile(0, 100))).isEmpty();
	}

	private void twoThreadsAndTwoTypes() {
		this.fed.rotate(0)
			.allocate(7, "main", 4000)
			.sample(1, 7, "main;add;byte[]", 200)
			.sample(1, 7, "main;add;char[]", 200)
			.allocate(8, "exec-1", 1000)
			.sample(1, 8, "work;byte[]", 300)
			.sample(1, 8, "work;char[]", 300)
			.rotate(10);
	}

	private static void feed(FedStore fed, Random random) {
		fed.rotate(0);
		for (int second = 0; second < 7200; second += 10) {
			for (int i = 0; i < 20; i++) {
				long thread = 1 + random.nextInt(5);
				String stack = "main;epoch" + second / 600 + ";f" + random.nextInt(40) + ";C" + random.nextInt(3);
				fed.allocate(thread, "exec-" + thread, 1000 + random.nextInt(1000))
					.sample(second + random.nextInt(10), thread, stack, 500 + random.nextInt(2000));
			}
			fed.rotate(second + 10);
		}
		fed.flushed(7201);
	}

	private static AllocationLimits withMaxNodes(int maxNodes) {
		return new AllocationLimits(FedStore.LIMITS.bucket(), FedStore.LIMITS.retention(), FedStore.LIMITS.maxBytes(),
				maxNodes, FedStore.LIMITS.maxThreadGroups());
	}

}
