package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.Redaction;
import io.github.heapwise.hprof.RedactionSettings;

/**
 * Takes the values out of dumps as HotSpot writes them. About 1 CPU second a gigabyte to
 * look, and as much to read.
 */
public final class HprofRedactor implements DumpRedactor {

	private final RedactionSettings settings;

	/**
	 * Create a redactor.
	 * @param keepThreadNames whether names of threads stay
	 * @param keptClasses names of classes whose own primitive fields stay
	 */
	public HprofRedactor(boolean keepThreadNames, Set<String> keptClasses) {
		this.settings = new RedactionSettings(keepThreadNames, keptClasses);
	}

	@Override
	public RedactedDump redact(Path dump, CancelSignal cancel) throws IOException {
		return new Redacted(Redaction.of(dump, this.settings, cancel), cancel);
	}

	private record Redacted(Redaction redaction, CancelSignal cancel) implements RedactedDump {

		@Override
		public long length() {
			return this.redaction.size();
		}

		@Override
		public InputStream open() throws IOException {
			return this.redaction.newInputStream(this.cancel);
		}

	}

}
