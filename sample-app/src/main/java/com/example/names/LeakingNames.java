package com.example.names;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Remembers every name ever given out and counts up until it finds a free one.
 * <p>
 * This is the fault to find: each request leaves a key behind for ever, and the more
 * there are, the more names each request builds only to see them taken.
 */
@Component("names")
@Profile("01-initial")
class LeakingNames implements Names {

	private final Set<String> taken = ConcurrentHashMap.newKeySet();

	private final Words words;

	LeakingNames(Words words) {
		this.words = words;
	}

	@Override
	public String name() {
		String base = this.words.adjective() + "_" + this.words.surname();
		String name = base;
		for (int number = 1; !this.taken.add(name); number++) {
			name = base + number;
		}
		return name;
	}

	int remembered() {
		return this.taken.size();
	}

}
