package io.github.heapwise.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import io.github.heapwise.jfr.SharedEventStream;

/**
 * Gets the collector into trouble and prints what was seen of it. Argument:
 * {@code explicit} to ask for a collection, {@code full} to hold nearly as much as the
 * heap has room for.
 */
final class TroubledApplication {

	private static final int BLOCK_BYTES = 10_000;

	private final TroubleRecording recording = new TroubleRecording(new SharedEventStream(64, null));

	private final byte[][] kept;

	private TroubledApplication(int blocks) {
		this.kept = new byte[blocks][];
	}

	public static void main(String[] args) {
		boolean full = args[0].equals("full");
		// 85 percent of the heap
		new TroubledApplication(full ? (int) (0.85 * Runtime.getRuntime().maxMemory() / BLOCK_BYTES) : 1).run(full);
		System.exit(0);
	}

	private void run(boolean full) {
		this.recording.start();
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (read().unknownReason() != null && System.nanoTime() < deadline) {
			LockSupport.parkNanos(1_000_000);
		}
		Predicate<GcTroubles> seen = full ? TroubledApplication::anyFailure
				: (read) -> !read.explicitCallers().isEmpty();
		if (!full) {
			System.gc();
		}
		while (!seen.test(read()) && System.nanoTime() < deadline) {
			churn(full);
		}
		print(read());
		this.recording.close();
		System.out.println("reason=" + read().unknownReason());
	}

	private static boolean anyFailure(GcTroubles read) {
		return read.evacuationFailures() + read.promotionFailures() + read.allocationStalls() > 0;
	}

	private void churn(boolean full) {
		for (int i = 0; full && i < this.kept.length; i++) {
			this.kept[i] = new byte[BLOCK_BYTES];
		}
		LockSupport.parkNanos(1_000_000);
	}

	private GcTroubles read() {
		return this.recording.since(Instant.EPOCH);
	}

	private static void print(GcTroubles read) {
		System.out.println("evacuationFailures=" + read.evacuationFailures());
		System.out.println("promotionFailures=" + read.promotionFailures());
		System.out.println("allocationStalls=" + read.allocationStalls());
		System.out.println("stalledNanos=" + read.stalledNanos());
		System.out.println("callers=" + read.explicitCallers());
	}

}
