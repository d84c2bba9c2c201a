package com.example.names.faults;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lists the names that could follow before it waits for its turn.
 * <p>
 * This is the fault: the list is held for a second, for which the collector copies it
 * again and again, and is promoted just before it becomes garbage.
 */
@Component("names")
@Profile("04-slow-gc")
class SlowGcNames implements Names {

	private static final long TURN_NANOS = 1_000_000_000;

	private final Names names;

	private final int length;

	SlowGcNames(Words words, FaultProperties properties) {
		this.names = new CountingNames(words);
		this.length = properties.listLength();
	}

	@Override
	public String name() {
		String name = this.names.name();
		List<String> following = following(name);
		awaitTurn();
		return following.contains(name) ? name + "_" : name;
	}

	private List<String> following(String name) {
		return IntStream.range(0, this.length).mapToObj((number) -> name + "-" + number).toList();
	}

	private static void awaitTurn() {
		long endNanos = System.nanoTime() + TURN_NANOS;
		for (long left = TURN_NANOS; left > 0; left = endNanos - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
