package io.github.heapwise.allocation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.sun.management.ThreadMXBean;

/**
 * Prints what an event costs the thread that allocates, by amplification: fixed work in
 * small TLABs, events off, without and with stacks in shuffled rounds, CPU clock of the
 * thread. Run with {@code -XX:TLABSize=32k -XX:-ResizeTLAB}. Arguments: size of a TLAB in
 * KB, rounds.
 */
final class EventCostBenchmark {

	private static final int[] DEPTHS = { 16, 56 };

	// main, run, measure, call, allocate and the function itself
	private static final int OTHER_FRAMES = 6;

	private static final int STACKS = 1000;

	private static final long CALL_BYTES = 16 << 10;

	private static final long ROUND_BYTES = 64L << 20;

	private static final long WARM_UP_NANOS = 20_000_000;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final KnownAllocations allocations = new KnownAllocations();

	private final RecordedModes modes = new RecordedModes();

	private final CallChain.Link[][] chains = new CallChain.Link[DEPTHS.length][STACKS];

	private int next;

	private EventCostBenchmark() {
		Random random = new Random(1);
		for (int depth = 0; depth < DEPTHS.length; depth++) {
			for (int stack = 0; stack < STACKS; stack++) {
				this.chains[depth][stack] = CallChain.of(DEPTHS[depth] - OTHER_FRAMES, this::allocate, random);
			}
		}
	}

	public static void main(String[] args) {
		int tlabKilobytes = Integer.parseInt(args[0]);
		EventCostBenchmark benchmark = new EventCostBenchmark();
		double[][] rounds = benchmark.run(Integer.parseInt(args[1]));
		double events = (double) ROUND_BYTES / (tlabKilobytes << 10);
		System.out.printf("JDK %d, TLAB %d KB, %d rounds, ns per event%n", Runtime.version().feature(), tlabKilobytes,
				rounds.length);
		for (int depth = 0; depth < DEPTHS.length; depth++) {
			print("%d frames, no stack".formatted(DEPTHS[depth]), rounds, 3 * depth + 1, 3 * depth, events);
			print("%d frames, stack".formatted(DEPTHS[depth]), rounds, 3 * depth + 2, 3 * depth, events);
		}
		System.exit(0);
	}

	private static void print(String what, double[][] rounds, int column, int baseColumn, double events) {
		Interval cost = Interval.bootstrap(rounds, 1, (
				rows) -> (Interval.median(rows, (row) -> row[column]) - Interval.median(rows, (row) -> row[baseColumn]))
						/ events);
		System.out.printf("  %s: %s%n", what, cost);
	}

	private double[][] run(int count) {
		List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
		Random random = new Random(1);
		double[][] rounds = new double[count][order.size()];
		for (int round = -10; round < count; round++) {
			Collections.shuffle(order, random);
			for (int column : order) {
				double nanos = measure(column);
				if (round >= 0) {
					rounds[round][column] = nanos;
				}
			}
		}
		return rounds;
	}

	private double measure(int column) {
		switch (column % 3) {
			case 0 -> this.modes.off();
			case 1 -> this.modes.withoutStack();
			default -> this.modes.withStack();
		}
		CallChain.Link[] stacks = this.chains[column / 3];
		long settled = System.nanoTime() + WARM_UP_NANOS;
		while (System.nanoTime() < settled) {
			call(stacks, 1 << 20);
		}
		long before = this.threads.getCurrentThreadCpuTime();
		call(stacks, ROUND_BYTES);
		return this.threads.getCurrentThreadCpuTime() - before;
	}

	private void call(CallChain.Link[] stacks, long bytes) {
		for (long allocated = 0; allocated < bytes; allocated += CALL_BYTES) {
			stacks[this.next++ % STACKS].call(CALL_BYTES);
		}
	}

	private void allocate(long bytes) {
		for (long allocated = 0; allocated < bytes; allocated += KnownFunction.SMALL_ARRAYS.bytes()) {
			this.allocations.smallArrays();
		}
	}

}
