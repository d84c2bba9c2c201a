package io.github.heapwise.gc;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TroubleWindow}.
 */
class TroubleWindowTests {

	private final TroubleWindow window = new TroubleWindow();

	@Test
	void troublesOfTheTimeAreSummed() {
		this.window.add(1000, 1, 0, 0, 0);
		this.window.add(2000, 2, 1, 3, 500);
		this.window.add(3000, 0, 1, 4, 700);
		assertThat(this.window.read((millis) -> millis >= 2000, null))
			.isEqualTo(new GcTroubles(2, 2, 7, 1200, List.of(), null));
	}

	@Test
	void callersAreThoseOfTheTimeTheLatestLast() {
		this.window.addCall(1000, "Old.call");
		this.window.addCall(2000, "Report.run");
		this.window.addCall(3000, "Cache.clear");
		this.window.addCall(4000, "Report.run");
		assertThat(this.window.read((millis) -> millis >= 2000, null).explicitCallers()).containsExactly("Report.run",
				"Cache.clear", "Report.run");
	}

	@Test
	void noMoreThanTheLastHundredCallsAreKept() {
		IntStream.range(0, 1000).forEach((i) -> this.window.addCall(i, "Call." + i));
		assertThat(this.window.read((millis) -> true, null).explicitCallers()).hasSize(TroubleWindow.MAX_CALLS)
			.startsWith("Call.900")
			.endsWith("Call.999");
	}

	@Test
	void secondsOfTenMinutesAreKept() {
		IntStream.range(0, 5000).forEach((i) -> this.window.add(i, 1, 0, 0, 0));
		assertThat(this.window.read((millis) -> true, null).evacuationFailures()).isEqualTo(600);
	}

	@Test
	void reasonIsPassedOn() {
		assertThat(this.window.read((millis) -> true, "No recorder"))
			.isEqualTo(new GcTroubles(0, 0, 0, 0, List.of(), "No recorder"));
	}

}
