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
	void placeTakenByAnotherThreadIsNotTakenForTheFirst() {
		serve(5, 100, 200, 7);
		serve(5 + (1 << 15), 100, 200, 8);
		assertThat(this.notes.routeAt(5, 150)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(5 + (1 << 15), 150)).isEqualTo(8);
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
