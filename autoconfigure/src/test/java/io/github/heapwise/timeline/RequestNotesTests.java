package io.github.heapwise.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestNotes}.
 */
class RequestNotesTests {

	private static final OpenRequest UNMAPPED = () -> RouteTable.NONE;

	private final RequestNotes notes = new RequestNotes();

	private final long thread = Thread.currentThread().getId();

	@Test
	void momentsOfARequestHaveItsRoute() {
		serve(100, 200, 7);
		assertThat(this.notes.routeAt(this.thread, 99)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(this.thread, 100)).isEqualTo(7);
		assertThat(this.notes.routeAt(this.thread, 199)).isEqualTo(7);
		assertThat(this.notes.routeAt(this.thread, 200)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void momentsBetweenRequestsHaveNone() {
		serve(100, 200, 7);
		serve(300, 400, 8);
		assertThat(this.notes.routeAt(this.thread, 150)).isEqualTo(7);
		assertThat(this.notes.routeAt(this.thread, 250)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(this.thread, 350)).isEqualTo(8);
	}

	@Test
	void openRequestTellsItsRouteAsSoonAsItIsKnown() {
		int[] route = { RouteTable.NONE };
		this.notes.open(100, () -> route[0]);
		assertThat(this.notes.routeAt(this.thread, 150)).isEqualTo(RouteTable.NONE);
		route[0] = 9;
		assertThat(this.notes.routeAt(this.thread, 150)).isEqualTo(9);
		assertThat(this.notes.routeAt(this.thread, 50)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void closedWithoutARouteItIsForgotten() {
		serve(100, 200, RouteTable.NONE);
		assertThat(this.notes.routeAt(this.thread, 150)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void closingTwiceIsNoSecondNote() {
		serve(100, 200, 7);
		this.notes.close(500, 8);
		assertThat(this.notes.routeAt(this.thread, 300)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void requestsOfTheLastSecondsAreAllKept() {
		for (int i = 0; i < 5000; i++) {
			serve(100L * i, 100L * i + 50, i);
		}
		for (int i = 0; i < 5000; i++) {
			assertThat(this.notes.routeAt(this.thread, 100L * i + 10)).isEqualTo(i);
		}
	}

	@Test
	void ringOfASlowThreadStaysSmall() {
		long second = Duration.ofSeconds(1).toNanos();
		for (int i = 0; i < 5000; i++) {
			serve(second * i, second * i + 50, i);
		}
		assertThat(this.notes.heapBytes()).isLessThan(1000);
		assertThat(this.notes.routeAt(this.thread, second * 4996 + 10)).isEqualTo(4996);
		assertThat(this.notes.routeAt(this.thread, second * 4996 + 50)).isEqualTo(RouteTable.NONE);
		assertThat(this.notes.routeAt(this.thread, 10)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void ringsOfManyBusyThreadsStayWithinTheBudget() throws InterruptedException {
		for (int t = 0; t < 100; t++) {
			onAnotherThread(() -> {
				for (int i = 0; i < 10_000; i++) {
					serve(i, i + 1, 1);
				}
			});
		}
		assertThat(this.notes.heapBytes()).isPositive().isLessThanOrEqualTo(RequestNotes.MAX_RING_BYTES);
	}

	@Test
	void ringsOfThreadsThatAreGoneAreFreed() throws InterruptedException {
		long millisecond = Duration.ofMillis(1).toNanos();
		for (int t = 0; t < 4000; t++) {
			long start = 10 * t * millisecond;
			onAnotherThread(() -> serve(start, start + millisecond, 1));
		}
		assertThat(this.notes.heapBytes()).isLessThan(2000 * 600);
	}

	@Test
	void notesOfThreadsThatAreGoneAreKeptUntilTheirSamplesHaveArrived() throws InterruptedException {
		List<Long> threads = new ArrayList<>();
		for (int t = 0; t < 2000; t++) {
			onAnotherThread(() -> {
				threads.add(Thread.currentThread().getId());
				serve(100, 200, 7);
			});
		}
		assertThat(threads).hasSize(2000).allMatch((id) -> this.notes.routeAt(id, 150) == 7);
	}

	@Test
	void notesOfVeryManyThreadsThatAreGoneAreFreedEarlier() throws InterruptedException {
		for (int t = 0; t < 8000; t++) {
			onAnotherThread(() -> serve(100, 200, 1));
		}
		serve(300, 400, 8);
		assertThat(this.notes.routeAt(this.thread, 350)).isEqualTo(8);
		assertThat(this.notes.heapBytes()).isLessThan(4000 * 600);
	}

	@Test
	void threadsDoNotSeeEachOther() throws InterruptedException {
		onAnotherThread(() -> serve(100, 200, 7));
		assertThat(this.notes.routeAt(this.thread, 150)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void unknownThreadServedNothing() {
		assertThat(this.notes.routeAt(Long.MAX_VALUE, 150)).isEqualTo(RouteTable.NONE);
	}

	private void serve(long start, long end, int route) {
		this.notes.open(start, UNMAPPED);
		this.notes.close(end, route);
	}

	private static void onAnotherThread(Runnable task) throws InterruptedException {
		Thread thread = new Thread(task);
		thread.start();
		thread.join();
	}

}
