package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.allocation.SurvivorShare;
import io.github.heapwise.allocation.SurvivorShares;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SignalsBuilder;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.diagnosis.SurvivorSignal.Allocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SurvivorAllocators}.
 */
class SurvivorAllocatorsTests {

	private int suspicions;

	@Test
	void survivorsAreNotSampledWhereNothingGrows() {
		Signals signals = growingBy(-1);
		assertThat(allocators(seen(Duration.ofMinutes(1))).addTo(signals)).isSameAs(signals);
		assertThat(this.suspicions).isZero();
	}

	@Test
	void survivorsAreSampledWhereGrowthIsSuspected() {
		Signals signals = growingBy(1);
		assertThat(allocators(null).addTo(signals)).isSameAs(signals);
		assertThat(this.suspicions).isOne();
	}

	@Test
	void allocatorsAreThoseOfTheLastSample() {
		assertThat(allocators(seen(Duration.ofMinutes(29))).addTo(growingBy(1)).survivors().allocators())
			.containsExactly(new Allocator("Cache.put", "byte[]", 30, 0.6));
	}

	@Test
	void oldSamplesAreNoLongerBelieved() {
		assertThat(allocators(seen(Duration.ofMinutes(31))).addTo(growingBy(1)).survivors().allocators()).isEmpty();
	}

	private SurvivorAllocators allocators(@Nullable SurvivorShares last) {
		return new SurvivorAllocators(() -> this.suspicions++, () -> last);
	}

	private static SurvivorShares seen(Duration ago) {
		Instant time = SignalsBuilder.END.minus(ago);
		return new SurvivorShares(time, 50, List.of(new SurvivorShare("Cache.put", "byte[]", 30, 0.6)));
	}

	private static Signals growingBy(double lowBytesPerHour) {
		return SignalsBuilder.healthy()
			.survivors(new SurvivorSignal(1L, lowBytesPerHour + 1, lowBytesPerHour, lowBytesPerHour + 2,
					Confidence.HIGH, "", Series.EMPTY))
			.build();
	}

}
