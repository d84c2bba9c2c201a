package io.github.heapwise.diagnosis.autoconfigure;

import java.util.List;

import io.github.heapwise.diagnosis.Series;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Columns}.
 */
class ColumnsTests {

	private final Columns columns = new Columns(List.of("time", "stall.maxNanos", "ratio"), new Number[][] {
			{ 1000L, 5_000_000L, 0.5 }, { 2000L, null, 0.25 }, { null, 1L, 1.0 }, { 4000L, 7_000_000L, null } });

	@Test
	void whatWasNotMeasuredIsLeftOut() {
		Series series = this.columns.series("stall.maxNanos", 1e-6);
		assertThat(series.values()).containsExactly(5.0, 7.0);
		assertThat(series.epochMillis(0)).isEqualTo(1000);
		assertThat(series.epochMillis(1)).isEqualTo(4000);
		assertThat(this.columns.series("ratio", 1.0).values()).containsExactly(0.5, 0.25);
	}

	@Test
	void columnThatDoesNotExistIsEmpty() {
		assertThat(this.columns.series("workers.tomcat.maxNanos", 1).isEmpty()).isTrue();
		assertThat(Columns.NONE.series("time", 1).isEmpty()).isTrue();
	}

}
