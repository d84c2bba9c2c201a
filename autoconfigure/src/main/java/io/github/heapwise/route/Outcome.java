package io.github.heapwise.route;

/**
 * How a request ended, named as Micrometer names it.
 */
public enum Outcome {

	/** The status was not known. */
	UNKNOWN,

	/** 1xx. */
	INFORMATIONAL,

	/** 2xx. */
	SUCCESS,

	/** 3xx. */
	REDIRECTION,

	/** 4xx. */
	CLIENT_ERROR,

	/** 5xx. */
	SERVER_ERROR;

	private static final Outcome[] BY_HUNDREDS = values();

	static Outcome of(int status) {
		int hundreds = status / 100;
		return (hundreds > 0 && hundreds < BY_HUNDREDS.length) ? BY_HUNDREDS[hundreds] : UNKNOWN;
	}

}
