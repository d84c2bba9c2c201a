package io.github.heapwise.heapdump;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import static java.util.Map.entry;

/**
 * Signals that may ask for a dump: those that nobody else sends or needs.
 */
public final class SignalName {

	private static final List<String> ALLOWED = List.of("USR1", "ALRM", "URG");

	private static final String SHUTDOWN = "it ends the application, which would ignore it then";

	private static final String FAULTS = "the JVM needs it to find faults of its own code";

	private static final Map<String, String> REASONS = Map.ofEntries(
			entry("USR2", "the JVM suspends its own threads with it, many times a second while it is recorded"),
			entry("QUIT", "the JVM prints its threads on it"), entry("HUP", SHUTDOWN), entry("INT", SHUTDOWN),
			entry("TERM", SHUTDOWN), entry("SEGV", FAULTS), entry("BUS", FAULTS), entry("FPE", FAULTS),
			entry("ILL", FAULTS), entry("TRAP", FAULTS), entry("ABRT", FAULTS), entry("PIPE", FAULTS),
			entry("XFSZ", FAULTS), entry("KILL", "no process can receive it"),
			entry("STOP", "no process can receive it"), entry("PROF", "profilers use it"),
			entry("VTALRM", "profilers use it"), entry("CHLD", "it is sent for each child process that ends"));

	private SignalName() {
	}

	/**
	 * Check the name of a signal.
	 * @param name the name, with or without {@code SIG}, in any case
	 * @return the name as the JVM wants it
	 * @throws IllegalArgumentException if it must not be used, with the reason and what
	 * may
	 */
	public static String checked(String name) {
		String upper = name.strip().toUpperCase(Locale.ROOT);
		String plain = upper.startsWith("SIG") ? upper.substring("SIG".length()) : upper;
		if (ALLOWED.contains(plain)) {
			return plain;
		}
		throw new IllegalArgumentException("'signal' must be one of %s but was '%s': %s"
			.formatted(String.join(", ", ALLOWED), name, REASONS.getOrDefault(plain, "others may send or need it")));
	}

}
