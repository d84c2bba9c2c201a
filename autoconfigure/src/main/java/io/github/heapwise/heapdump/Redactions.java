package io.github.heapwise.heapdump;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found in the dumps that were read last, so that a download that is
 * resumed does not begin with that again. Gives way when memory is short. One dump is
 * looked through at a time.
 */
final class Redactions {

	private static final int MAX_REMEMBERED = 3;

	private final DumpRedactor redactor;

	// the one that was asked for least recently comes first
	private final Map<String, SoftReference<RedactedDump>> redactedById = new LinkedHashMap<>(4, 0.75f, true);

	private volatile @Nullable String closeReason;

	Redactions(DumpRedactor redactor) {
		this.redactor = redactor;
	}

	/**
	 * Return a dump without values.
	 * @param id id of the dump
	 * @param file the dump
	 * @return the redacted dump
	 * @throws IOException if it cannot be read
	 */
	synchronized RedactedDump of(String id, Path file) throws IOException {
		SoftReference<RedactedDump> known = this.redactedById.get(id);
		RedactedDump redacted = (known != null) ? known.get() : null;
		if (redacted == null) {
			redacted = whole(this.redactor.redact(file, () -> this.closeReason), file);
			remember(id, redacted);
		}
		return redacted;
	}

	/**
	 * Check that nothing is missing, since the length is told before anything is read.
	 * @param redacted the redacted dump
	 * @param file the dump
	 * @return the redacted dump
	 * @throws IOException if it is shorter than the dump, which is damaged then
	 */
	static RedactedDump whole(RedactedDump redacted, Path file) throws IOException {
		long length = Files.size(file);
		if (redacted.length() != length) {
			throw new IOException(
					"The dump is damaged: %d of %d bytes can be read".formatted(redacted.length(), length));
		}
		return redacted;
	}

	/**
	 * Have what is under way stop.
	 */
	void close() {
		this.closeReason = "The application is being stopped";
	}

	private void remember(String id, RedactedDump redacted) {
		this.redactedById.put(id, new SoftReference<>(redacted));
		if (this.redactedById.size() > MAX_REMEMBERED) {
			this.redactedById.remove(this.redactedById.keySet().iterator().next());
		}
	}

}
