package io.github.heapwise.allocation;

import java.time.Duration;
import java.util.Random;

import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationStore} at its limits, and how it recovers.
 */
class AllocationStoreLimitsTests {

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
	void threadsThatFindNoRoomInABucketCountAsEndedOnes() {
		FedStore many = new FedStore();
		many.rotate(0);
		int threads = CellKey.MAX_GROUPS + 1000;
		for (int id = 1; id <= threads; id++) {
			many.sample(1, id, "m;byte[]", 100);
		}
		many.allocateElsewhere(100L * threads).rotate(10);
		assertThat(FedStore.folded(many.profile())).isEqualTo("m;byte[] " + 100 * threads + "\n");
		assertThat(many.profile().samples()).isEqualTo(threads);
		assertThat(many.profile().threads()).extracting(ThreadBytes::name).contains("ended threads");
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
