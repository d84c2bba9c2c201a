package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The finished dumps of a directory, read from it each time since other processes may
 * write there: some 50 microseconds a dump. Thread-safe.
 */
final class DumpCatalog {

	private static final Pattern METADATA = Pattern
		.compile("(" + DumpId.FORM + ")" + Pattern.quote(DumpFiles.METADATA));

	// More can only be there if somebody else wrote them.
	private static final int MAX_DUMPS = 1000;

	private final DumpDirectory directory;

	private final DumpReaders readers = new DumpReaders(this::removeDump);

	DumpCatalog(DumpDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Read all.
	 * @return the newest first; none while the directory cannot be used
	 */
	List<StoredDump> all() {
		return files().map(this::all).orElseGet(List::of);
	}

	Optional<StoredDump> find(String id) {
		return DumpId.isValid(id) ? files().flatMap((files) -> read(files, id)) : Optional.empty();
	}

	/**
	 * Add a dump. From here on it is there, whatever happens.
	 * @param stored what is known of it
	 * @param written the file, in the same directory
	 * @throws IOException if that fails; then it is not there
	 */
	void add(StoredDump stored, Path written) throws IOException {
		DumpFiles files = this.directory.open();
		OwnFiles.restrict(written);
		replaceMetadata(files, stored);
		try {
			// Last: without the file, the other one counts for nothing.
			Files.move(written, files.dump(stored.id()), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			removeMetadata(stored.id());
			throw ex;
		}
	}

	/**
	 * Write down what became known of a dump, unless it has been deleted.
	 * @param stored what is known of it
	 * @throws IOException if it cannot be written
	 */
	void update(StoredDump stored) throws IOException {
		if (find(stored.id()).isPresent()) {
			replaceMetadata(this.directory.open(), stored);
		}
	}

	/**
	 * Delete a dump; the file goes with the last that reads it in this process.
	 * @param id id of a dump
	 * @return whether there was one
	 */
	boolean delete(String id) {
		if (find(id).isEmpty()) {
			return false;
		}
		removeMetadata(id);
		this.readers.delete(id);
		return true;
	}

	/**
	 * Return what a dump takes on the disk.
	 * @param stored the dump
	 * @return bytes, those of its index included
	 */
	long bytes(StoredDump stored) {
		return stored.facts().sizeBytes() + DumpIndexes.bytes(file(stored.id()));
	}

	/**
	 * Return where a dump is.
	 * @param id a valid id of a dump
	 * @return the file, there or not
	 */
	Path file(String id) {
		return this.directory.path().resolve(id + DumpFiles.DUMP);
	}

	void deleteUnlessRead(String id) {
		this.readers.deleteUnlessRead(id);
	}

	boolean isRead(String id) {
		return this.readers.isRead(id);
	}

	/**
	 * Keep a dump from being deleted.
	 * @param id id of a dump
	 * @return what to call when it is read, empty if there is none
	 */
	Optional<DumpLease> lease(String id) {
		if (!DumpId.isValid(id) || !this.readers.begin(id)) {
			return Optional.empty();
		}
		Optional<DumpLease> lease = find(id)
			.map((stored) -> new DumpLease(stored, file(id), () -> this.readers.end(id)));
		if (lease.isEmpty()) {
			this.readers.end(id);
		}
		return lease;
	}

	private Optional<DumpFiles> files() {
		try {
			return this.directory.isPresent() ? Optional.of(this.directory.open()) : Optional.empty();
		}
		catch (IOException ex) {
			// Whoever asks for a dump is told.
			return Optional.empty();
		}
	}

	private List<StoredDump> all(DumpFiles files) {
		return files.list((name) -> METADATA.matcher(name).matches())
			.stream()
			.limit(MAX_DUMPS)
			.map(DumpCatalog::id)
			.flatMap((id) -> read(files, id).stream())
			.sorted(StoredDump.NEWEST_FIRST)
			.toList();
	}

	private static String id(Path metadata) {
		Matcher matcher = METADATA.matcher(metadata.getFileName().toString());
		return matcher.matches() ? matcher.group(1) : "";
	}

	private Optional<StoredDump> read(DumpFiles files, String id) {
		return DumpMetadata.read(files.metadata(id), id)
			.filter((stored) -> isComplete(files.dump(id), stored.facts().sizeBytes()));
	}

	static boolean isComplete(Path dump, long sizeBytes) {
		try {
			return Files.isRegularFile(dump, LinkOption.NOFOLLOW_LINKS) && Files.size(dump) == sizeBytes;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void replaceMetadata(DumpFiles files, StoredDump stored) throws IOException {
		Path temporary = files.temporary(stored.id(), "metadata");
		Files.deleteIfExists(temporary);
		try {
			DumpMetadata.write(temporary, stored);
			Files.move(temporary, files.metadata(stored.id()), StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			OwnFiles.deleteQuietly(temporary);
		}
	}

	// First, so that one that stays because it is being read is not listed, nor after the
	// next start.
	private void removeMetadata(String id) {
		OwnFiles.deleteQuietly(this.directory.path().resolve(id + DumpFiles.METADATA));
	}

	private void removeDump(String id) {
		removeMetadata(id);
		DumpIndexes.delete(file(id));
		OwnFiles.deleteQuietly(file(id));
	}

}
