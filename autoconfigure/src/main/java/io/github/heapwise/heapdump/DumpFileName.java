package io.github.heapwise.heapdump;

import org.jspecify.annotations.Nullable;

/**
 * Names of dumps outside of their directory.
 */
public final class DumpFileName {

	private static final int MAX_APPLICATION = 64;

	private DumpFileName() {
	}

	/**
	 * Name a dump for a download.
	 * @param dump a finished dump
	 * @return a name without anything that a shell or a header would take for more than
	 * letters
	 */
	public static String of(HeapDump dump) {
		DumpFacts facts = dump.facts();
		String application = safe((facts != null) ? facts.application() : null);
		return (application.isEmpty() ? "" : application + "-") + dump.id() + DumpFiles.DUMP;
	}

	static String safe(@Nullable String application) {
		String safe = (application != null) ? application.replaceAll("[^A-Za-z0-9_-]", "-") : "";
		return safe.substring(0, Math.min(safe.length(), MAX_APPLICATION));
	}

}
