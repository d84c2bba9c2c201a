package io.github.heapwise.route;

import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests from their start to their end over the threads that serve them, and
 * adds up what they use.
 * <p>
 * Thread-safe. A request that stays on one platform thread costs less than a microsecond
 * and, once the thread is known, no garbage. What is told in a wrong order, twice, or by
 * a thread that has nothing to do with the request, is passed over.
 *
 * @param <C> what stands for a request
 */
public final class RequestAccounting<C> {

	private final WebStack<C> stack;

	private final ThreadClocks clocks;

	private final RouteNumbers<C> numbers;

	private final RequestNotes notes;

	private final RouteMonitor monitor;

	private final ThreadLocal<ThreadRequests<C>> ofThisThread;

	/**
	 * Create an accounting.
	 * @param stack tells about requests
	 * @param clocks tell what threads use
	 * @param table numbers routes
	 * @param notes noted which thread serves which route
	 * @param monitor told of each request that ended
	 */
	public RequestAccounting(WebStack<C> stack, ThreadClocks clocks, RouteTable table, RequestNotes notes,
			RouteMonitor monitor) {
		this.stack = stack;
		this.clocks = clocks;
		this.numbers = new RouteNumbers<>(stack, table);
		this.notes = notes;
		this.monitor = monitor;
		this.ofThisThread = ThreadLocal.withInitial(() -> new ThreadRequests<>(this.numbers::ofOpen));
	}

	/**
	 * A request begins.
	 * @param request the request
	 */
	public void started(C request) {
		long now = System.nanoTime();
		RequestTally tally = this.stack.isThreadPerRequest() ? this.ofThisThread.get().add(request, true).own()
				: this.stack.share(request);
		tally.begin(now);
	}

	/**
	 * The current thread serves it from now on. May be told again while it does.
	 * @param request the request
	 */
	public void opened(C request) {
		ThreadRequests<C> requests = this.ofThisThread.get();
		ServedRequest<C> known = requests.find(request);
		ServedRequest<C> served = (known != null) ? known : requests.add(request, false);
		if (served.enter()) {
			this.notes.open(System.nanoTime(), served);
			served.startClocks(this.clocks);
		}
	}

	/**
	 * The current thread leaves it, for as many times as it was told to serve it.
	 * @param request the request
	 */
	public void closed(C request) {
		ServedRequest<C> served = this.ofThisThread.get().find(request);
		if (served != null && served.leave()) {
			left(request, served);
		}
	}

	/**
	 * The request has ended.
	 * @param request the request
	 */
	public void stopped(C request) {
		long now = System.nanoTime();
		RequestTally tally = lastTally(request);
		if (tally == null || !tally.end()) {
			return;
		}
		int route = this.numbers.ofEnded(request);
		if (route != RouteTable.NONE) {
			int status = this.stack.status(request);
			Outcome outcome = Outcome.of(status);
			boolean failed = outcome == Outcome.SERVER_ERROR || this.stack.isBroken(request);
			this.monitor.ended(route, outcome, failed, tally, now);
		}
	}

	private void left(C request, ServedRequest<C> served) {
		served.stopClocks(this.clocks);
		boolean goesOn = !served.isBegunHere() || this.stack.isHandedOn(request);
		this.notes.close(System.nanoTime(), goesOn ? this.numbers.ofOpen(request) : this.numbers.ofEnded(request));
		if (goesOn) {
			handOn(request, served);
		}
	}

	private void handOn(C request, ServedRequest<C> served) {
		this.stack.share(request).add(served.own());
		this.ofThisThread.get().remove(served);
	}

	// The thread's own, unless others took part: then all of it is in theirs.
	private @Nullable RequestTally lastTally(C request) {
		ServedRequest<C> served = this.ofThisThread.get().find(request);
		RequestTally shared = this.stack.shared(request);
		if (served == null) {
			return shared;
		}
		if (served.isOpen()) {
			left(request, served);
			shared = this.stack.shared(request);
		}
		if (shared == null) {
			this.ofThisThread.get().remove(served);
			return served.own();
		}
		if (served.isOf(request)) {
			handOn(request, served);
		}
		return shared;
	}

}
