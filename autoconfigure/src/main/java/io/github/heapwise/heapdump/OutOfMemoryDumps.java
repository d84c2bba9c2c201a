package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dumps that the JVM writes into the directory by itself, under a name that tells whose
 * they are, and that are made dumps like others later: by the process that lives on, or
 * by the next one.
 */
final class OutOfMemoryDumps implements OutOfMemoryTarget {

	private static final Pattern NAME = Pattern
		.compile("(" + OwnerToken.FORM + ")\\.oom\\.(hprof|properties)(?:\\.p\\d+)?");

	private static final String REASON = "The JVM ran out of memory";

	private final DumpDirectory directory;

	private final DumpCompletion completion;

	private final Machine machine;

	private final String application;

	private final LongSupplier nextSequence;

	OutOfMemoryDumps(DumpDirectory directory, DumpCompletion completion, Machine machine, String application,
			LongSupplier nextSequence) {
		this.directory = directory;
		this.completion = completion;
		this.machine = machine;
		this.application = application;
		this.nextSequence = nextSequence;
	}

	/**
	 * Write down what is known of this process, since the next one cannot know it.
	 */
	@Override
	public Path prepare() throws IOException {
		DumpFiles files = this.directory.open();
		Path metadata = files.outOfMemoryMetadata(files.token());
		Files.deleteIfExists(metadata);
		DumpMetadata.write(metadata, draft(files.token()));
		return files.outOfMemoryDump(files.token());
	}

	@Override
	public void withdraw() throws IOException {
		DumpFiles files = this.directory.open();
		if (!Files.exists(files.outOfMemoryDump(files.token()))) {
			Files.deleteIfExists(files.outOfMemoryMetadata(files.token()));
		}
	}

	/**
	 * Make finished dumps of what JVMs wrote, and delete what one did not finish that is
	 * gone.
	 * @param leftovers tells which are gone
	 * @param onAdopted told of each dump
	 * @throws IOException if one cannot be read or added, which keeps no other from it;
	 * it stays for the next time
	 */
	void adopt(Leftovers leftovers, Consumer<StoredDump> onAdopted) throws IOException {
		DumpFiles files = this.directory.open();
		IOException failure = null;
		for (String owner : owners(files)) {
			try {
				adopt(files, owner, leftovers.isAbandoned(owner), onAdopted);
			}
			catch (IOException ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private void adopt(DumpFiles files, String owner, boolean abandoned, Consumer<StoredDump> onAdopted)
			throws IOException {
		Path dump = files.outOfMemoryDump(owner);
		if ((abandoned || files.token().equals(owner)) && CompleteDump.isComplete(dump)) {
			onAdopted.accept(adopt(files, owner, dump));
		}
		if (abandoned) {
			files.list((name) -> owner(name).equals(owner)).forEach(OwnFiles::deleteQuietly);
		}
	}

	private StoredDump adopt(DumpFiles files, String owner, Path dump) throws IOException {
		Instant time = Files.getLastModifiedTime(dump).toInstant();
		String id = DumpId.at(time);
		StoredDump draft = DumpMetadata.read(files.outOfMemoryMetadata(owner), id).orElseGet(() -> draft(owner));
		HeapDump wish = new HeapDump(id, DumpTrigger.OUT_OF_MEMORY, REASON, false, time, DumpState.READY, 1, null, null,
				null);
		StoredDump stored = StoredDump.of(this.nextSequence.getAsLong(), files.token(), wish,
				draft.facts().written(time, Files.size(dump), this.completion.isRedacting()));
		try {
			this.completion.complete(stored, dump, files, () -> null);
		}
		finally {
			files.temporaries(id).forEach(OwnFiles::deleteQuietly);
		}
		OwnFiles.deleteQuietly(dump);
		OwnFiles.deleteQuietly(files.outOfMemoryMetadata(owner));
		return stored;
	}

	private StoredDump draft(String owner) {
		HeapSize heap = HeapSize.now();
		DumpFacts facts = new DumpFacts(Instant.EPOCH, -1, 0, false, -1, heap.committedBytes(), heap.maxBytes(),
				SizeOptions.read(), this.machine.jvm(), this.application, this.machine.host(), null);
		HeapDump wish = new HeapDump("", DumpTrigger.OUT_OF_MEMORY, REASON, false, Instant.EPOCH, DumpState.QUEUED, 0,
				null, null, null);
		return StoredDump.of(0, owner, wish, facts);
	}

	private static Set<String> owners(DumpFiles files) {
		return files.list((name) -> NAME.matcher(name).matches())
			.stream()
			.map((file) -> owner(file.getFileName().toString()))
			.collect(Collectors.toSet());
	}

	private static String owner(String fileName) {
		Matcher matcher = NAME.matcher(fileName);
		return matcher.matches() ? matcher.group(1) : "";
	}

}
