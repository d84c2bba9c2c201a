package io.github.heapwise.diagnosis;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Series}.
 */
class SeriesTests {

	@Test
	void outlineKeepsThePeaksAndTheOrder() {
		double[] values = IntStream.range(0, 10_001).mapToDouble((i) -> (i == 7_777) ? 1e9 : i % 10).toArray();
		values[3_333] = -5;
		Series outline = new Series(IntStream.range(0, values.length).mapToLong((i) -> 1000L * i).toArray(), values)
			.outline(300);
		assertThat(outline.size()).isLessThanOrEqualTo(300);
		assertThat(outline.max()).isEqualTo(1e9);
		assertThat(outline.values().min()).hasValue(-5);
		assertThat(IntStream.range(0, outline.size()).mapToLong(outline::epochMillis).boxed().toList()).isSorted()
			.doesNotHaveDuplicates()
			.contains(7_777_000L, 3_333_000L);
	}

	@Test
	void outlineOfFewPointsIsTheSeries() {
		Series series = new Series(new long[] { 1, 2 }, new double[] { 3, 4 });
		assertThat(series.outline(2)).isSameAs(series);
	}

}
