package com.example.names;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Remembers how often each pair came up, so it holds no more keys than there are pairs.
 */
@Component("names")
@Profile("02-fixed")
public class CountingNames implements Names {

	private final Map<String, Integer> timesByBase = new ConcurrentHashMap<>();

	private final Words words;

	public CountingNames(Words words) {
		this.words = words;
	}

	@Override
	public String name() {
		String base = this.words.adjective() + "_" + this.words.surname();
		int number = this.timesByBase.merge(base, 1, Integer::sum) - 1;
		return (number == 0) ? base : base + number;
	}

	int remembered() {
		return this.timesByBase.size();
	}

}
