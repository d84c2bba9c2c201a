package io.github.heapwise.heapview;

/**
 * Tells when something that gathers is worth to be named: the smaller a part of the heap
 * it is, the more of the same there has to be. Chosen by dumps of applications that leak
 * and of such that do not, which hold thousands of different objects at their start.
 */
final class SuspectRules {

	/**
	 * The least part of what is reachable that is looked at.
	 */
	static final double MIN_RATIO = 0.01;

	/**
	 * The part from which on even what only the JDK holds, or very many instances here
	 * and there, is named.
	 */
	static final double LARGE_RATIO = 0.2;

	/**
	 * How many parts of about the same size are needed at least, whatever they retain.
	 */
	static final int FEW = 8;

	private static final double MEDIUM_RATIO = 0.05;

	private static final int MANY = 2000;

	private static final int SOME = 100;

	private SuspectRules() {
	}

	/**
	 * Return whether so much and so many are suspicious.
	 * @param ratio part of what is reachable
	 * @param parts how many parts of about the same size that is
	 * @return whether to name it
	 */
	static boolean isSuspicious(double ratio, double parts) {
		return ratio >= MIN_RATIO && parts >= MANY || ratio >= MEDIUM_RATIO && parts >= SOME
				|| ratio >= LARGE_RATIO && parts >= FEW;
	}

}
