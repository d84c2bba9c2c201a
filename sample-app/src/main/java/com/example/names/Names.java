package com.example.names;

/**
 * Gives out names, each at most once.
 * <p>
 * Safe for concurrent use.
 */
public interface Names {

	/**
	 * A name that was not given out before: a random {@code adjective_surname} the first
	 * time it comes up, the same with a number from 1 behind it from then on.
	 * @return the name
	 */
	String name();

}
