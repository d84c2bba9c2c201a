package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a dump that was written; kept beside it.
 *
 * @param time when the application was stopped for it
 * @param pauseMillis how long that took, {@code -1} where it is not known: for one that
 * the JVM wrote when it ran out of memory
 * @param sizeBytes length of the file
 * @param redacted whether the file itself holds no values
 * @param heapUsedBytes heap in use before
 * @param heapCommittedBytes heap the JVM had reserved
 * @param heapMaxBytes heap it may use
 * @param flags options of the JVM that sizes of objects depend on, by name
 * @param jvm name and version of the JVM
 * @param application name of the application
 * @param host name of the host
 */
public record DumpFacts(Instant time, long pauseMillis, long sizeBytes, boolean redacted, long heapUsedBytes,
		long heapCommittedBytes, long heapMaxBytes, Map<String, String> flags, String jvm, String application,
		String host) {

	public DumpFacts {
		flags = Map.copyOf(flags);
	}

}
