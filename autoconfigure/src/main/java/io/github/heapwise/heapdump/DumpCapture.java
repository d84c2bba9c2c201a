package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes one dump: writes it under a temporary name, and leaves no file where that fails.
 */
final class DumpCapture {

	private final DumpDirectory directory;

	private final DumpWriter writer;

	private final DumpCompletion completion;

	private final Machine machine;

	private final String application;

	private final Clock clock;

	DumpCapture(DumpDirectory directory, DumpWriter writer, DumpCompletion completion, Machine machine,
			String application, Clock clock) {
		this.directory = directory;
		this.writer = writer;
		this.completion = completion;
		this.machine = machine;
		this.application = application;
		this.clock = clock;
	}

	/**
	 * Take a dump. The application stands still meanwhile.
	 * @param job what to take
	 * @return the finished dump
	 * @throws IOException if it cannot be written
	 * @throws java.util.concurrent.CancellationException if it was cancelled
	 */
	StoredDump capture(DumpJob job) throws IOException {
		DumpFiles files = this.directory.open();
		Path raw = files.temporary(job.id(), "raw");
		try {
			HeapSize heap = HeapSize.now();
			Instant time = this.clock.instant();
			long pauseMillis = write(raw, job.wish().live());
			DumpFacts facts = new DumpFacts(time, pauseMillis, Files.size(raw), this.completion.isRedacting(),
					heap.usedBytes(), heap.committedBytes(), heap.maxBytes(), SizeOptions.read(), this.machine.jvm(),
					this.application, this.machine.host(), null);
			StoredDump stored = StoredDump.of(job.sequence(), files.token(), job.wish(), facts);
			this.completion.complete(stored, raw, files, job::cancelReason);
			return stored;
		}
		finally {
			files.temporaries(job.id()).forEach(OwnFiles::deleteQuietly);
		}
	}

	/**
	 * Return how much of a dump is written.
	 * @param id id of the dump
	 * @return bytes
	 */
	long writtenBytes(String id) {
		try {
			long bytes = 0;
			for (Path file : this.directory.open().temporaries(id)) {
				bytes += Files.size(file);
			}
			return bytes;
		}
		catch (IOException ex) {
			// Files come and go; the next answer will be right.
			return 0;
		}
	}

	private long write(Path file, boolean live) throws IOException {
		PauseWatch watch = new PauseWatch();
		try (watch) {
			this.writer.write(file, live);
		}
		return watch.longestMillis();
	}

}
