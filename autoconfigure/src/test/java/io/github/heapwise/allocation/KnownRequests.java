package io.github.heapwise.allocation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;

/**
 * Requests to two routes whose bytes are known and that run the same code, one three
 * times as often as the other.
 */
final class KnownRequests implements RouteTotals {

	static final String SHORT = "GET /short";

	static final String LONG = "GET /long";

	static final long SHORT_BYTES = 10 * KnownWork.SMALL_BYTES;

	static final long LONG_BYTES = 3 * SHORT_BYTES;

	private final RouteTable table = new RouteTable(10);

	private final RequestNotes notes = new RequestNotes();

	private final int shortRoute = this.table.number("GET", "/short");

	private final int longRoute = this.table.number("GET", "/long");

	private final AtomicLong shortRequests = new AtomicLong();

	private final AtomicLong longRequests = new AtomicLong();

	private final boolean counted;

	/**
	 * Create without having served any.
	 * @param counted whether bytes of requests are counted
	 */
	KnownRequests(boolean counted) {
		this.counted = counted;
	}

	RouteSources sources() {
		return new RouteSources(this.table, this.notes, (className, method) -> RouteTable.NONE, this);
	}

	int number(String route) {
		return route.equals(SHORT) ? this.shortRoute : this.longRoute;
	}

	/**
	 * Serve one request on the current thread, of either route.
	 */
	void serve() {
		boolean isShort = ThreadLocalRandom.current().nextBoolean();
		int route = isShort ? this.shortRoute : this.longRoute;
		this.notes.open(System.nanoTime(), () -> route);
		for (int i = 0; i < (isShort ? 10 : 30); i++) {
			KnownWork.small();
		}
		this.notes.close(System.nanoTime(), route);
		(isShort ? this.shortRequests : this.longRequests).incrementAndGet();
	}

	long bytes(String route) {
		return route.equals(SHORT) ? SHORT_BYTES * this.shortRequests.get() : LONG_BYTES * this.longRequests.get();
	}

	@Override
	public void forEach(Visitor visitor) {
		long shorts = this.shortRequests.get();
		long longs = this.longRequests.get();
		visitor.route(this.shortRoute, shorts, this.counted ? shorts : 0, this.counted ? SHORT_BYTES * shorts : 0);
		visitor.route(this.longRoute, longs, this.counted ? longs : 0, this.counted ? LONG_BYTES * longs : 0);
	}

}
