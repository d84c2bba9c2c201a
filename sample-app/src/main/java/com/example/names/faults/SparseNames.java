package com.example.names.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Remembers the last name of each adjective, in many maps so that threads do not meet.
 * <p>
 * This is the fault: each of the maps has room for thousands of adjectives from the
 * start, and gets sixteen at most. It is no leak, as there are no more than that.
 */
@Component("names")
@Profile("12-sparse-collections")
class SparseNames implements Names {

	private static final int MAPS = 2048;

	private static final int EXPECTED_ADJECTIVES = 16_384;

	private final Map<Integer, Map<String, String>> nameByAdjectiveByMap = new ConcurrentHashMap<>();

	private final Names names;

	SparseNames(Words words) {
		this.names = new CountingNames(words);
	}

	@Override
	public String name() {
		String name = this.names.name();
		String adjective = name.substring(0, name.indexOf('_'));
		mapOf(name).put(adjective, name);
		return name;
	}

	private Map<String, String> mapOf(String name) {
		return this.nameByAdjectiveByMap.computeIfAbsent(Math.floorMod(name.hashCode(), MAPS),
				(map) -> new ConcurrentHashMap<>(EXPECTED_ADJECTIVES));
	}

}
