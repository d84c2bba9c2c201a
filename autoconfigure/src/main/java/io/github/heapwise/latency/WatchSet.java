package io.github.heapwise.latency;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The pools and event loops that are watched: each once, and not too many.
 *
 * @param pools the pools
 * @param omittedPools how many more there are
 * @param loops the event loops
 * @param omittedLoops how many more there are
 * @param turns an event loop is probed at one of so many ticks: they take turns, since
 * each probe wakes two threads
 */
record WatchSet(List<WatchedPool> pools, int omittedPools, List<WatchedLoop> loops, int omittedLoops, int turns) {

	static final int MAX_POOLS = 32;

	static final int MAX_LOOPS = 64;

	static final long TICK_NANOS = 10_000_000;

	static WatchSet of(List<WorkSource> sources, LongSupplier nanoTime, Clock clock, Consumer<String> onProblem) {
		List<Pool> pools = distinct(find(sources, WorkSource::pools, onProblem), Pool::executor);
		List<Loop> loops = distinct(find(sources, WorkSource::loops, onProblem), Loop::executor);
		int watched = Math.min(MAX_LOOPS, loops.size());
		int turns = Math.max(1, watched);
		Set<String> names = new HashSet<>();
		Set<String> loopNames = new HashSet<>();
		return new WatchSet(
				pools.stream()
					.limit(MAX_POOLS)
					.map((pool) -> new WatchedPool(unique(pool.name(), names), pool, nanoTime, onProblem))
					.toList(),
				Math.max(0, pools.size() - MAX_POOLS),
				loops.stream()
					.limit(MAX_LOOPS)
					.map((loop) -> new WatchedLoop(unique(loop.name(), loopNames), loop, turns * TICK_NANOS, nanoTime,
							clock))
					.toList(),
				loops.size() - watched, turns);
	}

	boolean hasVirtualThreads() {
		return this.pools.stream().anyMatch((pool) -> pool.kind() == PoolKind.VIRTUAL);
	}

	private static <T> List<T> find(List<WorkSource> sources, Function<WorkSource, List<T>> kind,
			Consumer<String> onProblem) {
		List<T> found = new ArrayList<>();
		for (WorkSource source : sources) {
			try {
				found.addAll(kind.apply(source));
			}
			catch (RuntimeException | LinkageError ex) {
				onProblem.accept("Some thread pools are not watched: " + ex);
			}
		}
		return found;
	}

	private static <T> List<T> distinct(List<T> all, Function<T, Object> identity) {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		return all.stream().filter((one) -> seen.add(identity.apply(one))).toList();
	}

	private static String unique(String name, Set<String> taken) {
		String unique = name;
		for (int i = 2; !taken.add(unique); i++) {
			unique = name + "-" + i;
		}
		return unique;
	}

}
