package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NotedRoutes}.
 */
class NotedRoutesTests {

	private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

	private final long thread = Thread.currentThread().getId();

	private final RequestNotes notes = new RequestNotes();

	private final NotedRoutes routes = new NotedRoutes(this.notes);

	@Test
	void timeOfASampleIsThatOfItsRequestToTheMillisecond() {
		long before = System.nanoTime();
		long epochNanos = AllocatedBytesCounters.nanos(Instant.now());
		long after = System.nanoTime();
		// whenever in between the clock was read, and that may take a while
		long beyond = after - before + 3 * MILLISECOND;
		this.notes.open(before - MILLISECOND, () -> 7);
		this.notes.close(after + MILLISECOND, 7);
		assertThat(this.routes.at(this.thread, epochNanos)).isEqualTo(7);
		assertThat(this.routes.at(this.thread, epochNanos - beyond)).isEqualTo(RouteTable.NONE);
		assertThat(this.routes.at(this.thread, epochNanos + beyond)).isEqualTo(RouteTable.NONE);
		assertThat(this.routes.at(this.thread + 1, epochNanos)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void requestThatCannotBeAskedIsOfNoRoute() {
		this.notes.open(System.nanoTime() - MILLISECOND, () -> {
			throw new IllegalStateException("recycled");
		});
		assertThat(this.routes.at(this.thread, AllocatedBytesCounters.nanos(Instant.now()))).isEqualTo(RouteTable.NONE);
	}

	@Test
	void renewingKeepsTheTimeWhileNoClockIsSet() {
		this.notes.open(System.nanoTime() - MILLISECOND, () -> 7);
		this.routes.renew();
		assertThat(this.routes.at(this.thread, AllocatedBytesCounters.nanos(Instant.now()))).isEqualTo(7);
	}

}
