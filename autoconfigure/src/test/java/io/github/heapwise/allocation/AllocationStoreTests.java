package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationStore} and {@link OpenBucket}: which sample goes to which
 * time.
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

}
