package io.github.heapwise.allocation;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link TlabWeights}, against an allocator that does what HotSpot does.
 */
class TlabWeightsTests {

	private static final int TLAB_BYTES = 512 << 10;

	@Test
	void smallObjectsCountAlikeWhateverTheirSize() {
		TlabWeights weights = new TlabWeights();
		weights.add(SizeClass.of(24), 10L * TLAB_BYTES, 10);
		weights.add(SizeClass.of(2000), 30L * TLAB_BYTES, 30);
		assertThat(weights.factor(SizeClass.of(24))).isEqualTo(1);
		assertThat(weights.factor(SizeClass.of(2000))).isEqualTo(1);
	}

	@Test
	void objectsOfUnknownSizeCountAsSmall() {
		TlabWeights weights = new TlabWeights();
		weights.add(SizeClass.UNKNOWN, 100, 1);
		assertThat(weights.factor(SizeClass.UNKNOWN)).isEqualTo(1);
	}

	@Test
	void estimatesOfMixedSizesMatchASimulatedAllocator() {
		assertEstimates(new int[] { 64, 2000, 16 << 10 }, new double[] { 0.4, 0.3, 0.3 });
		assertEstimates(new int[] { 64, 64 << 10, 250 << 10 }, new double[] { 0.2, 0.4, 0.4 });
	}

	@Test
	void largeObjectsAloneAreShared() {
		assertEstimates(new int[] { 40 << 10, 80 << 10 }, new double[] { 0.5, 0.5 });
	}

	private static void assertEstimates(int[] sizes, double[] shares) {
		TlabWeights weights = new TlabWeights();
		int[] sampled = simulate(sizes, shares, weights);
		double[] estimates = new double[sizes.length];
		double sum = 0;
		for (int i = 0; i < sizes.length; i++) {
			estimates[i] = sampled[i] * weights.factor(SizeClass.of(sizes[i]));
			sum += estimates[i];
		}
		for (int i = 0; i < sizes.length; i++) {
			assertThat(estimates[i] / sum).as("share of objects of %d bytes", sizes[i])
				.isCloseTo(shares[i], within(0.03));
		}
	}

	private static int[] simulate(int[] sizes, double[] shares, TlabWeights weights) {
		Random random = new Random(1);
		int[] sampled = new int[sizes.length];
		int left = 0;
		int waste = TLAB_BYTES / 64;
		int refills = 0;
		for (long allocated = 0; allocated < 4000L * TLAB_BYTES;) {
			int i = choose(sizes, shares, random);
			allocated += sizes[i];
			if (sizes[i] > left) {
				sampled[i]++;
				weights.add(SizeClass.of(sizes[i]), TLAB_BYTES, 1);
				if (left > waste) {
					waste += 32;
					continue;
				}
				left = TLAB_BYTES;
				// resized at a collection
				waste = (++refills % 50 == 0) ? TLAB_BYTES / 64 : waste;
			}
			left -= sizes[i];
		}
		return sampled;
	}

	private static int choose(int[] sizes, double[] shares, Random random) {
		double sum = 0;
		for (int i = 0; i < sizes.length; i++) {
			sum += shares[i] / sizes[i];
		}
		double point = random.nextDouble() * sum;
		int i = 0;
		for (double upTo = shares[0] / sizes[0]; point >= upTo && i < sizes.length - 1; upTo += shares[i] / sizes[i]) {
			i++;
		}
		return i;
	}

}
