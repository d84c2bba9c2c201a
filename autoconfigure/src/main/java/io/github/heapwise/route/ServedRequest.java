package io.github.heapwise.route;

import java.util.function.ToIntFunction;

import io.github.heapwise.timeline.OpenRequest;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * A request that a thread has begun or serves a part of. Used again and again.
 *
 * @param <C> what stands for a request
 */
final class ServedRequest<C> implements OpenRequest {

	private final ToIntFunction<C> route;

	private final RequestTally own = new RequestTally();

	private volatile @Nullable C request;

	private boolean begunHere;

	private int depth;

	private long bytesAtOpening;

	private long cpuAtOpening;

	/**
	 * Create a place for requests.
	 * @param route tells the route of a request as far as it is known
	 */
	ServedRequest(ToIntFunction<C> route) {
		this.route = route;
	}

	void take(C taken, boolean begins) {
		this.request = taken;
		this.begunHere = begins;
		this.depth = 0;
		this.own.reset();
	}

	void release() {
		this.request = null;
	}

	boolean isOf(C other) {
		return this.request == other;
	}

	boolean isBegunHere() {
		return this.begunHere;
	}

	boolean isOpen() {
		return this.depth > 0;
	}

	RequestTally own() {
		return this.own;
	}

	/**
	 * Go in.
	 * @return whether the thread was not in before
	 */
	boolean enter() {
		return this.depth++ == 0;
	}

	/**
	 * Go out.
	 * @return whether the thread is out now
	 */
	boolean leave() {
		return this.depth > 0 && --this.depth == 0;
	}

	void startClocks(ThreadClocks clocks) {
		this.bytesAtOpening = clocks.allocatedBytes();
		this.cpuAtOpening = (this.bytesAtOpening >= 0) ? clocks.cpuNanos() : ThreadClocks.UNKNOWN;
	}

	void stopClocks(ThreadClocks clocks) {
		long bytes = clocks.allocatedBytes();
		long cpu = (bytes >= 0) ? clocks.cpuNanos() : ThreadClocks.UNKNOWN;
		this.own.add((this.bytesAtOpening >= 0) ? bytes - this.bytesAtOpening : ThreadClocks.UNKNOWN,
				(this.cpuAtOpening >= 0) ? cpu - this.cpuAtOpening : ThreadClocks.UNKNOWN);
	}

	@Override
	public int route() {
		C served = this.request;
		return (served != null) ? this.route.applyAsInt(served) : RouteTable.NONE;
	}

}
