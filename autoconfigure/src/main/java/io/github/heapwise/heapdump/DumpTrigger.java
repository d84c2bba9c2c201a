package io.github.heapwise.heapdump;

import java.util.Locale;

/**
 * What asks for a dump.
 */
public enum DumpTrigger {

	/** A request to the endpoint, or the button of the page. */
	HTTP,

	/** Code of the application. */
	API,

	/** Memory above a limit that the user set. */
	THRESHOLD,

	/** The clock. */
	SCHEDULE,

	/** A signal of the operating system. */
	SIGNAL,

	/** The JVM itself, when it ran out of memory. */
	OUT_OF_MEMORY;

	/**
	 * Return whether somebody asks who will look at the dump, and not a rule.
	 * @return whether it is a request
	 */
	public boolean isRequest() {
		return this == HTTP || this == API;
	}

	/**
	 * Return the word for it, as configuration, answers and meters have it.
	 * @return lower case, parts joined by a hyphen
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
