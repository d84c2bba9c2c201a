package io.github.heapwise.allocation;

import java.util.SplittableRandom;

/**
 * Chooses functions at random so that each gets its share of the bytes.
 */
final class KnownMix {

	private final KnownFunction[] functions;

	private final double[] upTo;

	private KnownMix(KnownFunction[] functions, double[] upTo) {
		this.functions = functions;
		this.upTo = upTo;
	}

	static KnownMix of(Share... shares) {
		KnownFunction[] functions = new KnownFunction[shares.length];
		double[] upTo = new double[shares.length];
		double sum = 0;
		for (int i = 0; i < shares.length; i++) {
			functions[i] = shares[i].function();
			sum += shares[i].share() / shares[i].function().bytes();
			upTo[i] = sum;
		}
		return new KnownMix(functions, upTo);
	}

	KnownFunction next(SplittableRandom random) {
		double point = random.nextDouble() * this.upTo[this.upTo.length - 1];
		int i = 0;
		while (point >= this.upTo[i]) {
			i++;
		}
		return this.functions[i];
	}

	/**
	 * A function and its part of the bytes.
	 *
	 * @param function the function
	 * @param share its bytes, in relation to the others of the mix
	 */
	record Share(KnownFunction function, double share) {
	}

}
