package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.allocation.AllocationSummary;
import io.github.heapwise.allocation.AllocationSummary.NamedBytes;
import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.AllocationSignals.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationReader}.
 */
class AllocationReaderTests {

	private final AllocationSummary summary = new AllocationSummary(Duration.ofSeconds(20), 42, 1000, 250,
			List.of(new NamedBytes("Cart.add", 700)), List.of(new NamedBytes("byte[]", 900)));

	@Test
	void bytesAreSharesOfAll() {
		assertThat(AllocationReader.signals(this.summary, 60)).isEqualTo(new AllocationSignals(42, 60,
				List.of(new Share("Cart.add", 0.7)), List.of(new Share("byte[]", 0.9)), 0.25));
	}

	@Test
	void rateIsThatOfTheSamplesWhereNobodyCounts() {
		assertThat(AllocationReader.signals(this.summary, Double.NaN).bytesPerSecond()).isEqualTo(50);
	}

	@Test
	void withoutSamplesNothingIsKnown() {
		assertThat(AllocationReader.NONE).isEqualTo(new AllocationSignals(0, 0, List.of(), List.of(), 0));
		assertThat(AllocationReader.signals(AllocationSummary.EMPTY, Double.NaN)).isEqualTo(AllocationReader.NONE);
	}

}
