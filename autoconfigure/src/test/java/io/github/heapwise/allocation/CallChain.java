package io.github.heapwise.allocation;

import java.util.Random;

/**
 * A call through many frames of several classes, none of which the JIT can inline into
 * its caller: as deep as stacks of a server, and as expensive to walk.
 */
final class CallChain {

	private CallChain() {
	}

	/**
	 * Create a chain.
	 * @param depth number of frames
	 * @param last what is called in the end
	 * @param random decides the order of classes: each meets all others as its next, or
	 * the JIT would inline the chain
	 * @return the first link
	 */
	static Link of(int depth, Link last, Random random) {
		Link link = last;
		for (int i = 1; i < depth; i++) {
			link = switch (random.nextInt(4)) {
				case 0 -> new Filter(link);
				case 1 -> new Servlet(link);
				case 2 -> new Proxy(link);
				default -> new Service(link);
			};
		}
		return link;
	}

	/**
	 * One call.
	 */
	interface Link {

		void call(long bytes);

	}

	private record Filter(Link next) implements Link {

		@Override
		public void call(long bytes) {
			this.next.call(bytes);
		}

	}

	private record Servlet(Link next) implements Link {

		@Override
		public void call(long bytes) {
			this.next.call(bytes);
		}

	}

	private record Proxy(Link next) implements Link {

		@Override
		public void call(long bytes) {
			this.next.call(bytes);
		}

	}

	private record Service(Link next) implements Link {

		@Override
		public void call(long bytes) {
			this.next.call(bytes);
		}

	}

}
