package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What processes that are gone left in a directory: files they were writing, and halves
 * of dumps. Files of other names are not ours.
 */
final class Leftovers {

	// Whatever is behind the token: the JVM writes more files beside its own.
	private static final Pattern TEMPORARY = Pattern.compile("(?:" + DumpId.FORM + "\\.)(" + OwnerToken.FORM + ")\\..*",
			Pattern.DOTALL);

	private static final Pattern OWNED = Pattern.compile("(" + OwnerToken.FORM + ")\\..*", Pattern.DOTALL);

	private static final Pattern FINISHED = Pattern
		.compile("(" + DumpId.FORM + ")(?:\\.hprof(?:\\.hwi(?:\\.part)?)?|\\.properties)");

	private static final Pattern UNFINISHED_INDEX = Pattern
		.compile("(" + DumpId.FORM + ")\\.hprof" + Pattern.quote(DumpFiles.UNFINISHED_INDEX));

	private final DumpFiles files;

	private final Predicate<String> isRead;

	private final Map<String, Boolean> abandonedByToken = new HashMap<>();

	/**
	 * Look for leftovers.
	 * @param files names in the directory
	 * @param isRead whether this process reads the dump of some id, deleted or not
	 */
	Leftovers(DumpFiles files, Predicate<String> isRead) {
		this.files = files;
		this.isRead = isRead;
	}

	/**
	 * Delete all but what the JVM wrote when it was out of memory.
	 */
	void delete() {
		this.files.list((name) -> TEMPORARY.matcher(name).matches())
			.stream()
			.filter((file) -> isAbandoned(token(TEMPORARY, file)))
			.forEach(OwnFiles::deleteQuietly);
		idsOf(FINISHED).stream().filter(this.isRead.negate()).forEach(this::deleteIfHalf);
		idsOf(UNFINISHED_INDEX).stream().filter(this.isRead.negate()).forEach(this::deleteIfNobodyBuilds);
		// Locks without anything else.
		this.files.list((name) -> name.endsWith(OwnerLock.SUFFIX) && OWNED.matcher(name).matches())
			.forEach((file) -> isAbandoned(token(OWNED, file)));
	}

	/**
	 * Return whether a process is gone.
	 * @param token names the process
	 * @return whether nothing of it is in use any more; {@code false} if in doubt
	 */
	boolean isAbandoned(String token) {
		return this.abandonedByToken.computeIfAbsent(token,
				(key) -> OwnerLock.removeIfAbandoned(this.files.directory(), key));
	}

	private List<String> idsOf(Pattern pattern) {
		return this.files.list((name) -> pattern.matcher(name).matches())
			.stream()
			.map((file) -> token(pattern, file))
			.distinct()
			.toList();
	}

	// What is left of claims here is that of processes that live. In this order: one that
	// is done just now has no claim any more, but no unfinished index either.
	private void deleteIfNobodyBuilds(String id) {
		Path unfinished = this.files.directory().resolve(id + DumpFiles.DUMP + DumpFiles.UNFINISHED_INDEX);
		if (AnalysisClaim.all(this.files, id).isEmpty() && Files.exists(unfinished, LinkOption.NOFOLLOW_LINKS)) {
			DumpIndexes.delete(this.files.dump(id));
		}
	}

	private void deleteIfHalf(String id) {
		try {
			if (isHalf(id)) {
				OwnFiles.deleteQuietly(this.files.metadata(id));
				DumpIndexes.delete(this.files.dump(id));
				OwnFiles.deleteQuietly(this.files.dump(id));
			}
		}
		catch (IOException ex) {
			// Too many files may be open: what cannot be read now may be whole.
		}
	}

	private boolean isHalf(String id) throws IOException {
		Path dump = this.files.dump(id);
		// In this order: the dump comes last when one is added, and goes last.
		boolean hasDump = Files.exists(dump);
		Optional<StoredDump> stored = DumpMetadata.load(this.files.metadata(id), id);
		boolean whole = stored.filter((known) -> DumpCatalog.isComplete(dump, known.facts().sizeBytes())).isPresent();
		boolean beingAdded = !hasDump && stored.filter((known) -> !isAbandonedOwner(known.owner())).isPresent();
		return !whole && !beingAdded;
	}

	private boolean isAbandonedOwner(String owner) {
		return !owner.matches(OwnerToken.FORM) || isAbandoned(owner);
	}

	private static String token(Pattern pattern, Path file) {
		Matcher matcher = pattern.matcher(file.getFileName().toString());
		return matcher.matches() ? matcher.group(1) : "";
	}

}
