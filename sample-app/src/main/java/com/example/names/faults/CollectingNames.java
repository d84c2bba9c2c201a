package com.example.names.faults;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Gives back the memory that a request took.
 * <p>
 * This is the fault: the JVM was asked to, and stops every thread for a full collection.
 */
@Component("names")
@Profile("13-explicit-gc")
class CollectingNames implements Names {

	private final Names names;

	CollectingNames(Words words) {
		this.names = new CountingNames(words);
	}

	@Override
	public String name() {
		String name = this.names.name();
		System.gc();
		return name;
	}

}
