package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.allocation.AllocationProfile.TimelineEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProfileQuery}.
 */
class ProfileQueryTests {

	private final FedStore fed = new FedStore();

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
	void timelineOfTheRangeAddsUpToItsTree() {
		this.fed.withoutTotal()
			.rotate(0)
			.sample(1, 7, "main;byte[]", 10)
			.allocate(7, "main", 1000)
			.rotate(10)
			.sample(11, 7, "main;byte[]", 30)
			.allocate(7, "main", 3000)
			.rotate(20)
			.sample(21, 7, "main;byte[]", 5)
			.allocate(7, "main", 9)
			.rotate(30);
		AllocationProfile profile = this.fed.profile(0, 20);
		assertThat(profile.tree().totalBytes(0)).isEqualTo(4000);
		assertThat(profile.timeline()).extracting((entry) -> entry.bytes().application())
			.containsExactly(1000L, 3000L, 500L);
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
		assertThat(entry.bytes()).isEqualTo(new CallerBytes(1000, 1000, 2000, 0));
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

}
