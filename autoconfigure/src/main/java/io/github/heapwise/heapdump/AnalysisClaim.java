package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;

/**
 * Keeps processes that share a directory from analysing the same dump at the same time,
 * by a file that whoever is alive does so has there.
 */
final class AnalysisClaim implements AutoCloseable {

	private static final Pattern NAME = Pattern
		.compile(DumpId.FORM + "\\.(" + OwnerToken.FORM + ")" + Pattern.quote(DumpFiles.ANALYSIS));

	private final Path file;

	private AnalysisClaim(Path file) {
		this.file = file;
	}

	/**
	 * Lay claim to a dump.
	 * @param files names in its directory
	 * @param id id of the dump
	 * @return the claim
	 * @throws IOException if the directory cannot be written
	 * @throws HeapDumpRefusedException if another process analyses it
	 */
	static AnalysisClaim take(DumpFiles files, String id) throws IOException {
		Path file = files.analysis(id);
		Files.deleteIfExists(file);
		AnalysisClaim claim = new AnalysisClaim(Files.createFile(file, OwnFiles.fileAttributes(file)));
		// Afterwards: of two that begin at once, both may step back, but not both go on.
		if (all(files, id).stream().anyMatch((other) -> !other.equals(file) && isAlive(files, other))) {
			claim.close();
			throw new HeapDumpRefusedException(Cause.BUSY,
					"Heap dump not analysed: another process that shares the directory is analysing it", null);
		}
		return claim;
	}

	/**
	 * Return all claims to a dump.
	 * @param files names in its directory
	 * @param id id of the dump
	 * @return the files, also those of processes that are gone
	 */
	static List<Path> all(DumpFiles files, String id) {
		return files.list((name) -> name.startsWith(id) && NAME.matcher(name).matches());
	}

	/**
	 * Return the file, which may be used for anything.
	 * @return a file that only its owner may read
	 */
	Path file() {
		return this.file;
	}

	@Override
	public void close() {
		OwnFiles.deleteQuietly(this.file);
	}

	private static boolean isAlive(DumpFiles files, Path claim) {
		Matcher matcher = NAME.matcher(claim.getFileName().toString());
		return matcher.matches() && !OwnerLock.removeIfAbandoned(files.directory(), matcher.group(1));
	}

}
