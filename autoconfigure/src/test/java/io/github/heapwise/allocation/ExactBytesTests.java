package io.github.heapwise.allocation;

import java.util.List;
import java.util.Map;

import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExactBytes}, {@link AllocatedBytesSnapshot} and {@link CallerBytes}.
 */
class ExactBytesTests {

	private static final long UNKNOWN = TotalAllocatedBytes.UNKNOWN;

	@Test
	void restIsWhatNoGroupCounts() {
		assertThat(new ExactBytes(Map.of(2, 30L, 3, 50L), 100).restBytes()).isEqualTo(20);
	}

	@Test
	void restIsNeverNegative() {
		// counters of threads are read one by one, the total a moment apart
		assertThat(new ExactBytes(Map.of(2, 130L), 100).restBytes()).isZero();
	}

	@Test
	void restWithoutATotalIsUnknown() {
		assertThat(new ExactBytes(Map.of(2, 130L), UNKNOWN).restBytes()).isEqualTo(UNKNOWN);
	}

	@Test
	void sumShouldAddUpByGroup() {
		ExactBytes one = new ExactBytes(Map.of(2, 1L, 3, 2L), 10);
		ExactBytes other = new ExactBytes(Map.of(3, 4L, 5, 8L), 20);
		assertThat(ExactBytes.sum(List.of(one, other))).isEqualTo(new ExactBytes(Map.of(2, 1L, 3, 6L, 5, 8L), 30));
		assertThat(ExactBytes.sum(List.of())).isEqualTo(new ExactBytes(Map.of(), 0));
	}

	@Test
	void sumWhenOneTotalIsUnknownShouldBeUnknown() {
		ExactBytes known = new ExactBytes(Map.of(), 10);
		ExactBytes unknown = new ExactBytes(Map.of(), UNKNOWN);
		assertThat(ExactBytes.sum(List.of(known, unknown)).totalBytes()).isEqualTo(UNKNOWN);
		assertThat(ExactBytes.sum(List.of(unknown, known)).totalBytes()).isEqualTo(UNKNOWN);
		assertThat(ExactBytes.sum(List.of(unknown, unknown)).totalBytes()).isEqualTo(UNKNOWN);
	}

	@Test
	void rekeyedToGroupsWithoutACounterBecomesTheRest() {
		ThreadGroups groups = new ThreadGroups(10, (name) -> false);
		int live = groups.ofLiveThread(7, "main");
		ExactBytes rekeyed = new ExactBytes(Map.of(5, 10L, 6, 20L, 7, 40L), 100)
			.rekeyed((old) -> (old == 7) ? ThreadGroups.ENDED : live, groups);
		assertThat(rekeyed).isEqualTo(new ExactBytes(Map.of(live, 30L), 100));
		assertThat(rekeyed.restBytes()).isEqualTo(70);
	}

	@Test
	void snapshotKnowsWhoIsAlive() {
		AllocatedBytesSnapshot snapshot = new AllocatedBytesSnapshot(0, new long[] { 1, 5, 9 },
				new long[] { 10, 50, 90 }, 200);
		assertThat(snapshot.isAlive(5)).isTrue();
		assertThat(snapshot.isAlive(6)).isFalse();
		assertThat(snapshot.bytesOf(9)).isEqualTo(90);
		assertThat(snapshot.bytesOf(2)).isZero();
	}

	@Test
	void totalNeverGoesBackAndIsUnknownIfEitherEndIs() {
		assertThat(total(300).totalSince(total(100))).isEqualTo(200);
		assertThat(total(100).totalSince(total(300))).isZero();
		assertThat(total(UNKNOWN).totalSince(total(300))).isEqualTo(UNKNOWN);
		assertThat(total(300).totalSince(total(UNKNOWN))).isEqualTo(UNKNOWN);
	}

	@Test
	void callerBytesKeepTheirSharesWhenScaled() {
		assertThat(new CallerBytes(1, 2, 4, 1).scaledTo(80)).isEqualTo(new CallerBytes(10, 20, 40, 10));
		assertThat(CallerBytes.NONE.scaledTo(80)).isEqualTo(CallerBytes.NONE);
	}

	private static AllocatedBytesSnapshot total(long bytes) {
		return new AllocatedBytesSnapshot(0, new long[0], new long[0], bytes);
	}

}
