package com.example.names.faults;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the letters given out beside the request.
 * <p>
 * This is the fault: on a pool of its own for each request, which nobody shuts down, so
 * that its thread waits for ever for more.
 */
@Component("names")
@Profile("11-thread-leak")
class ThreadNames implements Names {

	private final AtomicLong letters = new AtomicLong();

	private final ThreadFactory threads = daemons();

	private final Names names;

	private final LeakRate counted;

	ThreadNames(Words words, LeakRate counted) {
		this.names = new CountingNames(words);
		this.counted = counted;
	}

	@Override
	public String name() {
		String name = this.names.name();
		if (this.counted.isDue()) {
			count(name);
		}
		return name;
	}

	private void count(String name) {
		ExecutorService counting = Executors.newFixedThreadPool(1, this.threads);
		counting.execute(() -> this.letters.addAndGet(name.length()));
	}

	private static ThreadFactory daemons() {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("letters-");
		factory.setDaemon(true);
		return factory;
	}

}
