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

	/**
	 * Begin to count.
	 * @param clocks tell what the thread uses
	 * @param withCpu whether to ask for CPU time
	 */
	void startClocks(ThreadClocks clocks, boolean withCpu) {
		this.bytesAtOpening = clocks.allocatedBytes();
		this.cpuAtOpening = (withCpu && this.bytesAtOpening >= 0) ? clocks.cpuNanos() : ThreadClocks.UNKNOWN;
	}

	void stopClocks(ThreadClocks clocks) {
		long bytes = (this.bytesAtOpening >= 0) ? clocks.allocatedBytes() - this.bytesAtOpening : ThreadClocks.UNKNOWN;
		long cpu = (this.cpuAtOpening >= 0) ? clocks.cpuNanos() - this.cpuAtOpening : ThreadClocks.UNKNOWN;
		this.own.add(bytes, cpu);
	}

	@Override
	public int route() {
		C served = this.request;
		return (served != null) ? this.route.applyAsInt(served) : RouteTable.NONE;
	}

}
