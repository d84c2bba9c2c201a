package com.example.names;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Component;

/**
 * Picks the halves of a name at random.
 */
@Component
class Words {

	private static final List<String> ADJECTIVES = List.of("agile", "amber", "brave", "bright", "calm", "candid",
			"clever", "cosmic", "curious", "daring", "eager", "earnest", "fluent", "frosty", "gentle", "golden",
			"hasty", "humble", "jolly", "keen", "lively", "lucid", "mellow", "nimble", "patient", "plucky", "quiet",
			"rustic", "serene", "sturdy", "vivid", "witty");

	private static final List<String> SURNAMES = List.of("abel", "banach", "bohr", "cauchy", "cori", "curie", "dirac",
			"elion", "euler", "fermi", "franklin", "galois", "gauss", "germain", "goeppert", "hamilton", "hilbert",
			"hopper", "kepler", "kovalevskaya", "lamarr", "leavitt", "lovelace", "meitner", "mirzakhani", "noether",
			"payne", "planck", "ramanujan", "riemann", "turing", "wu");

	/** How many different pairs there are. */
	static final int PAIRS = ADJECTIVES.size() * SURNAMES.size();

	private final Supplier<? extends RandomGenerator> random;

	Words() {
		this(ThreadLocalRandom::current);
	}

	Words(Supplier<? extends RandomGenerator> random) {
		this.random = random;
	}

	String adjective() {
		return pick(ADJECTIVES);
	}

	String surname() {
		return pick(SURNAMES);
	}

	private String pick(List<String> words) {
		return words.get(this.random.get().nextInt(words.size()));
	}

}
