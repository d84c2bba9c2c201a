package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a dump that was written; kept beside it.
 *
 * @param time when the application was stopped for it
 * @param pauseMillis how long that took, {@code -1} where it is not known: for one that
 * the JVM wrote when it ran out of memory
 * @param sizeBytes length of the file
 * @param redacted whether the file itself holds no values
 * @param heapUsedBytes heap in use before, {@code -1} where it is not known
 * @param heapCommittedBytes heap the JVM had reserved
 * @param heapMaxBytes heap it may use
 * @param flags options of the JVM that sizes of objects depend on, by name
 * @param jvm name and version of the JVM
 * @param application name of the application
 * @param host name of the host
 * @param copyFailure a sentence that says why it is not elsewhere as well, {@code null}
 * where nothing failed
 */
public record DumpFacts(Instant time, long pauseMillis, long sizeBytes, boolean redacted, long heapUsedBytes,
		long heapCommittedBytes, long heapMaxBytes, Map<String, String> flags, String jvm, String application,
		String host, @Nullable String copyFailure) {

	public DumpFacts {
		flags = Map.copyOf(flags);
	}

	DumpFacts written(Instant writtenTime, long writtenBytes, boolean withoutValues) {
		return new DumpFacts(writtenTime, this.pauseMillis, writtenBytes, withoutValues, this.heapUsedBytes,
				this.heapCommittedBytes, this.heapMaxBytes, this.flags, this.jvm, this.application, this.host,
				this.copyFailure);
	}

	DumpFacts withCopyFailure(String failure) {
		return new DumpFacts(this.time, this.pauseMillis, this.sizeBytes, this.redacted, this.heapUsedBytes,
				this.heapCommittedBytes, this.heapMaxBytes, this.flags, this.jvm, this.application, this.host, failure);
	}

}
