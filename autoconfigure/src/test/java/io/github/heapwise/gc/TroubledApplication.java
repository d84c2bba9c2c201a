package io.github.heapwise.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import io.github.heapwise.jfr.SharedEventStream;

/**
 * Gets the collector into trouble and prints what was seen of it. Argument: how many
 * percent of the heap to hold while allocating, 0 to ask for collections instead.
 */
final class TroubledApplication {

	private static final int BLOCK_BYTES = 10_000;

	private final TroubleRecording recording = new TroubleRecording(new SharedEventStream(64, null));

	private final byte[][] kept;

	private TroubledApplication(int percent) {
		this.kept = new byte[(int) (Runtime.getRuntime().maxMemory() / 100 * percent / BLOCK_BYTES)][];
	}

	public static void main(String[] args) {
		new TroubledApplication(Integer.parseInt(args[0])).run();
		System.exit(0);
	}

	private void run() {
		this.recording.start();
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!isInTrouble(read()) && System.nanoTime() < deadline) {
			makeTrouble();
		}
		print(read());
		this.recording.close();
		System.out.println("reason=" + read().unknownReason());
	}

	private static boolean isInTrouble(GcTroubles read) {
		return read.evacuationFailures() + read.promotionFailures() + read.allocationStalls()
				+ read.explicitCallers().size() > 0;
	}

	private void makeTrouble() {
		if (this.kept.length == 0) {
			System.gc();
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
		for (int i = 0; i < this.kept.length; i++) {
			this.kept[i] = new byte[BLOCK_BYTES];
		}
	}

	private GcTroubles read() {
		return this.recording.since(Instant.EPOCH);
	}

	private static void print(GcTroubles read) {
		System.out.println("evacuationFailures=" + read.evacuationFailures());
		System.out.println("promotionFailures=" + read.promotionFailures());
		System.out.println("allocationStalls=" + read.allocationStalls());
		System.out.println("stalledNanos=" + read.stalledNanos());
		System.out.println("callers=" + read.explicitCallers().stream().distinct().toList());
	}

}
