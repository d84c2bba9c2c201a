package io.github.heapwise.route;

/**
 * What a request has used so far, added up over the stretches that threads served it.
 * <p>
 * Thread-safe.
 */
public final class RequestTally {

	private boolean begun;

	private boolean ended;

	private long startNanos;

	private long allocatedBytes;

	private long cpuNanos;

	private boolean served;

	private boolean exact = true;

	private boolean cpuKnown = true;

	synchronized void begin(long nanos) {
		this.begun = true;
		this.startNanos = nanos;
	}

	/**
	 * Add what one thread used.
	 * @param bytes what it allocated, negative if that is not known
	 * @param nanos its CPU time, negative if that is not known
	 */
	synchronized void add(long bytes, long nanos) {
		this.served = true;
		this.exact &= bytes >= 0;
		this.cpuKnown &= nanos >= 0;
		this.allocatedBytes += bytes;
		this.cpuNanos += nanos;
	}

	/**
	 * Add what a thread knows of the request that hands it on, or ends it.
	 * @param own tally of that thread alone
	 */
	synchronized void add(RequestTally own) {
		if (own.begun) {
			begin(own.startNanos);
		}
		this.served |= own.served;
		this.exact &= own.exact;
		this.cpuKnown &= own.cpuKnown;
		this.allocatedBytes += own.allocatedBytes;
		this.cpuNanos += own.cpuNanos;
	}

	/**
	 * End the request.
	 * @return whether it began and did not end before
	 */
	synchronized boolean end() {
		boolean first = this.begun && !this.ended;
		this.ended = true;
		return first;
	}

	synchronized void reset() {
		this.begun = false;
		this.ended = false;
		this.served = false;
		this.exact = true;
		this.cpuKnown = true;
		this.allocatedBytes = 0;
		this.cpuNanos = 0;
	}

	synchronized long startNanos() {
		return this.startNanos;
	}

	/**
	 * Return what was allocated.
	 * @return bytes, negative if they are not known
	 */
	synchronized long allocatedBytes() {
		return (this.served && this.exact) ? this.allocatedBytes : ThreadClocks.UNKNOWN;
	}

	/**
	 * Return the CPU time.
	 * @return nanoseconds, negative if they are not known
	 */
	synchronized long cpuNanos() {
		return (this.served && this.cpuKnown) ? this.cpuNanos : ThreadClocks.UNKNOWN;
	}

}
