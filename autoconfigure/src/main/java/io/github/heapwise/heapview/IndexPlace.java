package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapIndexer;
import org.jspecify.annotations.Nullable;

/**
 * Where a dump from elsewhere gets its index: beside it, or beside a link to it in
 * another directory. When closed, it removes what was not there before.
 */
final class IndexPlace implements Closeable {

	private final Path dump;

	private final boolean keepIndex;

	private final @Nullable Path link;

	private final @Nullable Path temporaryDirectory;

	private IndexPlace(Path dump, boolean keepIndex, @Nullable Path link, @Nullable Path temporaryDirectory) {
		this.dump = dump;
		this.keepIndex = keepIndex;
		this.link = link;
		this.temporaryDirectory = temporaryDirectory;
	}

	/**
	 * Find a place.
	 * @param dump the dump
	 * @param directory where to work, {@code null} for beside the dump or, where nothing
	 * can be written there, a temporary directory
	 * @param keepIndex whether to keep the index, unless it is in a temporary directory
	 * @return the place
	 * @throws IOException if the dump is not there, or there is no place
	 */
	static IndexPlace of(Path dump, @Nullable Path directory, boolean keepIndex) throws IOException {
		if (!Files.isRegularFile(dump)) {
			throw new NoSuchFileException(dump.toString());
		}
		Path absolute = dump.toAbsolutePath();
		if (directory != null) {
			return linked(absolute, Files.createDirectories(directory), keepIndex, null);
		}
		if (HeapGraph.isIndexed(absolute)) {
			return new IndexPlace(absolute, true, null, null);
		}
		if (Files.isWritable(absolute.resolveSibling(""))) {
			return new IndexPlace(absolute, keepIndex, null, null);
		}
		Path temporary = Files.createTempDirectory("heapwise-");
		return linked(absolute, temporary, false, temporary);
	}

	/**
	 * Return the dump to analyse.
	 * @return the dump, or a link to it
	 */
	Path dump() {
		return this.dump;
	}

	/**
	 * Return what the user did not ask for.
	 * @return a sentence
	 */
	Optional<String> note() {
		return Optional.ofNullable(this.temporaryDirectory)
			.map("Nothing can be written beside the dump, so the index goes to '%s' for now"::formatted);
	}

	@Override
	public void close() throws IOException {
		if (!this.keepIndex) {
			HeapIndexer.delete(this.dump);
		}
		if (this.link != null && !this.keepIndex) {
			Files.deleteIfExists(this.link);
		}
		if (this.temporaryDirectory != null) {
			Files.deleteIfExists(this.temporaryDirectory);
		}
	}

	private static IndexPlace linked(Path dump, Path directory, boolean keepIndex, @Nullable Path temporary)
			throws IOException {
		Path link = directory.toAbsolutePath().resolve(dump.getFileName().toString());
		if (Files.exists(link) && Files.isSameFile(link, dump)) {
			boolean indexed = HeapGraph.isIndexed(link);
			return new IndexPlace(link, keepIndex || indexed, null, temporary);
		}
		Files.createSymbolicLink(link, dump);
		return new IndexPlace(link, keepIndex, link, temporary);
	}

}
