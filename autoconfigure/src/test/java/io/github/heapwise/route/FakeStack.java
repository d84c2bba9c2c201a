package io.github.heapwise.route;

import org.jspecify.annotations.Nullable;

/**
 * A web stack of requests that a test makes up.
 */
final class FakeStack implements WebStack<FakeStack.Request> {

	private final boolean threadPerRequest;

	FakeStack(boolean threadPerRequest) {
		this.threadPerRequest = threadPerRequest;
	}

	@Override
	public boolean isThreadPerRequest() {
		return this.threadPerRequest;
	}

	@Override
	public @Nullable String method(Request request) {
		return request.method;
	}

	@Override
	public @Nullable String pattern(Request request) {
		return request.pattern;
	}

	@Override
	public int status(Request request) {
		return request.status;
	}

	@Override
	public boolean isBroken(Request request) {
		return request.broken;
	}

	@Override
	public boolean isLeftOut(Request request) {
		return request.leftOut;
	}

	@Override
	public boolean isHandedOn(Request request) {
		return request.handedOn;
	}

	@Override
	public @Nullable RequestTally shared(Request request) {
		return request.tally;
	}

	@Override
	public synchronized RequestTally share(Request request) {
		RequestTally tally = (request.tally != null) ? request.tally : new RequestTally();
		request.tally = tally;
		return tally;
	}

	/**
	 * A request as the test wants it.
	 */
	static final class Request {

		@Nullable String method = "GET";

		@Nullable String pattern;

		int status = 200;

		boolean broken;

		boolean leftOut;

		volatile boolean handedOn;

		private volatile @Nullable RequestTally tally;

		Request(@Nullable String pattern) {
			this.pattern = pattern;
		}

		boolean isShared() {
			return this.tally != null;
		}

	}

}
