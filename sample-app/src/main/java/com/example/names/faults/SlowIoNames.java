package com.example.names.faults;

import java.util.List;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks the registry of each region whether the name is free.
 * <p>
 * This is the fault: one after the other, so that the waits add up and the thread does
 * nothing meanwhile.
 */
@Component("names")
@Profile({ "06-slow-io", "15-blocked-event-loop" })
class SlowIoNames implements Names {

	private static final List<String> REGIONS = List.of("africa", "america", "asia", "europe");

	private final Names names;

	private final SlowRegistry registry;

	SlowIoNames(Words words, SlowRegistry registry) {
		this.names = new CountingNames(words);
		this.registry = registry;
	}

	@Override
	public String name() {
		String name = this.names.name();
		boolean taken = REGIONS.stream().anyMatch((region) -> this.registry.knows("/" + region + "/" + name));
		return taken ? name + "_" : name;
	}

}
