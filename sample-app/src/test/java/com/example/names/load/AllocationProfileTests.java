package com.example.names.load;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationProfile}.
 */
class AllocationProfileTests {

	private static final AllocationProfile.Meta META = new AllocationProfile.Meta(Instant.EPOCH, Instant.EPOCH, 0, 0, 0,
			0, new AllocationProfile.Recorder("recording"));

	// all > Server.serve > Page.render > String.concat > byte[] 10, Names.name > byte[]
	// 30
	// __________________ > byte[] 7
	// ___ > Timer.tick > Page.render > byte[] 5
	private static final AllocationProfile PROFILE = new AllocationProfile(META,
			List.of("all", "Server.serve", "Page.render", "String.concat", "byte[]", "Names.name", "Timer.tick"),
			new int[] { 4, 1, 0, 2, 3, 0, 2 }, new int[] { 0, 0, 0, 0, 0, 2, 0, 3, 2, 0, 0 },
			new int[] { 0, 1, 2, 3, 4, 5, 4, 4, 6, 2, 4 }, new long[] { 0, 0, 0, 0, 10, 0, 30, 7, 0, 0, 5 });

	@Test
	void allocationCountsForTheNearestFunctionOfTheApplication() {
		assertThat(PROFILE.topFunctions(5)).containsExactly(new FunctionAllocation("Names.name", 30),
				new FunctionAllocation("Page.render", 15));
	}

	@Test
	void noMoreFunctionsThanAskedFor() {
		assertThat(PROFILE.topFunctions(1)).containsExactly(new FunctionAllocation("Names.name", 30));
	}

	@Test
	void emptyProfileHasNoFunctions() {
		AllocationProfile empty = new AllocationProfile(META, List.of("all"), new int[] { 4 }, new int[] { 0 },
				new int[] { 0 }, new long[] { 0 });
		assertThat(empty.topFunctions(5)).isEmpty();
	}

}
