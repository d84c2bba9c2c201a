package io.github.heapwise.allocation;

/**
 * What requests of a route did in some time.
 *
 * @param requests requests that ended
 * @param exactRequests those of them whose bytes were counted
 * @param bytes what the counted ones allocated
 */
record RouteCount(long requests, long exactRequests, long bytes) {

	static final RouteCount NONE = new RouteCount(0, 0, 0);

	RouteCount plus(RouteCount other) {
		return new RouteCount(this.requests + other.requests, this.exactRequests + other.exactRequests,
				this.bytes + other.bytes);
	}

	RouteCount minus(RouteCount other) {
		return new RouteCount(this.requests - other.requests, this.exactRequests - other.exactRequests,
				this.bytes - other.bytes);
	}

	/**
	 * Return whether its bytes are those of all its requests.
	 * @return {@code false} also where no request ended
	 */
	boolean isExact() {
		return this.requests > 0 && this.requests == this.exactRequests;
	}

}
