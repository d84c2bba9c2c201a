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
public class Words {

	private static final List<String> ADJECTIVES = List.of("agile", "brave", "calm", "clever", "curious", "eager",
			"gentle", "jolly", "keen", "lively", "nimble", "patient", "quiet", "serene", "vivid", "witty");

	private static final List<String> SURNAMES = List.of("banach", "cori", "curie", "dirac", "elion", "euler", "gauss",
			"germain", "hopper", "kepler", "lovelace", "meitner", "mirzakhani", "noether", "ramanujan", "turing");

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
