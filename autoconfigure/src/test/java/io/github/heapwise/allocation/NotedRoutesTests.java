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
		long epochNanos = AllocatedBytesCounters.nanos(Instant.now());
		long nanoTime = System.nanoTime();
		this.notes.open(nanoTime - MILLISECOND, () -> 7);
		this.notes.close(nanoTime + MILLISECOND, 7);
		assertThat(this.routes.at(this.thread, epochNanos)).isEqualTo(7);
		assertThat(this.routes.at(this.thread, epochNanos - 3 * MILLISECOND)).isEqualTo(RouteTable.NONE);
		assertThat(this.routes.at(this.thread, epochNanos + 3 * MILLISECOND)).isEqualTo(RouteTable.NONE);
		assertThat(this.routes.at(this.thread + 1, epochNanos)).isEqualTo(RouteTable.NONE);
	}

	@Test
	void renewingKeepsTheTimeWhileNoClockIsSet() {
		this.notes.open(System.nanoTime() - MILLISECOND, () -> 7);
		this.routes.renew();
		assertThat(this.routes.at(this.thread, AllocatedBytesCounters.nanos(Instant.now()))).isEqualTo(7);
	}

}
