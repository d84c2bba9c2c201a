package io.github.heapwise.timeline;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VirtualThreadNotes}.
 */
class VirtualThreadNotesTests {

	private final VirtualThreadNotes notes = new VirtualThreadNotes();

	@Test
	void nothingIsKeptBeforeTheFirst() {
		assertThat(this.notes.heapBytes()).isZero();
		assertThat(this.notes.routeAt(1, 100)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void tensOfThousandsOfThreadsAreKept() {
		for (long thread = 1000; thread < 31_000; thread++) {
			serve(thread, 100, 200, (int) thread);
		}
		for (long thread = 1000; thread < 31_000; thread++) {
			assertThat(this.notes.routeAt(thread, 150)).isEqualTo((int) thread);
		}
	}

	@Test
	void threadsOfOneChainAreToldApart() {
		serve(5, 100, 200, 7);
		serve(5 + (1 << 15), 100, 200, 8);
		assertThat(this.notes.routeAt(5, 150)).isEqualTo(7);
		assertThat(this.notes.routeAt(5 + (1 << 15), 150)).isEqualTo(8);
		assertThat(this.notes.routeAt(5 + (1 << 16), 150)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void allRequestsOfAThreadThatServesManyAreKept() {
		for (int i = 0; i < 4000; i++) {
			serve(5, 100L * i, 100L * i + 50, i);
		}
		for (int i = 0; i < 4000; i++) {
			assertThat(this.notes.routeAt(5, 100L * i + 10)).isEqualTo(i);
			assertThat(this.notes.routeAt(5, 100L * i + 60)).isEqualTo(RouteTable.NONE);
		}
	}

	@Test
	void requestsBeyondTheRingAreForgottenFromTheOldestOn() {
		for (int i = 0; i < 100_000; i++) {
			serve(i % 100, 100L * i, 100L * i + 50, i);
		}
		assertThat(this.notes.routeAt(0, 10)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(99, 100L * 99_999 + 10)).isEqualTo(99_999);
		assertThat(this.notes.routeAt(63, 100L * 34_463 + 10)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(64, 100L * 34_464 + 10)).isEqualTo(34_464);
		assertThat(this.notes.heapBytes()).isLessThan(3_000_000);
	}

	@Test
	void closingTwiceIsNoSecondNote() {
		serve(5, 100, 200, 7);
		this.notes.close(5, 500, 8);
		this.notes.close(6, 500, 8);
		assertThat(this.notes.routeAt(5, 300)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(5, 150)).isEqualTo(7);
	}

	@Test
	void requestThatWasOpenForTooLongIsNotTakenForAnother() {
		this.notes.open(5, 100, () -> 9);
		for (int i = 0; i < 70_000; i++) {
			serve(6, 200L + i, 201L + i, 7);
		}
		this.notes.close(5, 100_000, 9);
		assertThat(this.notes.routeAt(5, 150)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(6, 200L + 69_999)).isEqualTo(7);
	}

	@Test
	void openRequestIsAsked() {
		this.notes.open(5, 100, () -> 9);
		assertThat(this.notes.routeAt(5, 150)).isEqualTo(9);
		assertThat(this.notes.routeAt(5, 50)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void momentsOutsideTheRequestHaveNone() {
		serve(5, 100, 200, 7);
		assertThat(this.notes.routeAt(5, 99)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(5, 200)).isEqualTo(RouteTable.NONE);
	}

	private void serve(long thread, long start, long end, int route) {
		this.notes.open(thread, start, () -> RouteTable.NONE);
		this.notes.close(thread, end, route);
	}

}
