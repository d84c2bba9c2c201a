package com.example.names.load;

import java.net.URI;
import java.util.List;

/**
 * What to load and where to ask for the profile of it.
 *
 * @param target address to request over and over
 * @param connections number of connections, each with one request at a time
 * @param seconds how long
 * @param allocations address of the application's allocation profile
 * @param page address of the live page
 */
record LoadPlan(URI target, int connections, int seconds, URI allocations, URI page) {

	static LoadPlan parse(String... arguments) {
		if (arguments.length != 5) {
			throw new IllegalArgumentException(
					"Expected <target> <connections> <seconds> <allocations> <page> but got " + List.of(arguments));
		}
		return new LoadPlan(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]),
				URI.create(arguments[3]), URI.create(arguments[4]));
	}

	List<String> toArguments() {
		return List.of(this.target.toString(), Integer.toString(this.connections), Integer.toString(this.seconds),
				this.allocations.toString(), this.page.toString());
	}

}
