package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of an index, opened when they are needed. Thread-safe.
 */
final class StoredFiles implements Closeable {

	private final Path directory;

	private final Map<String, StoredInts> openByName = new ConcurrentHashMap<>();

	StoredFiles(Path directory) {
		this.directory = directory;
	}

	Path directory() {
		return this.directory;
	}

	StoredInts open(String name) {
		return this.openByName.computeIfAbsent(name, (missing) -> {
			try {
				return new StoredInts(this.directory.resolve(missing));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * Open a column.
	 * @param low file of the low halves
	 * @param high file of the high halves, which need not exist
	 * @return the column
	 */
	LongColumn column(String low, String high) {
		return new LongColumn(open(low), Files.exists(this.directory.resolve(high)) ? open(high) : null);
	}

	/**
	 * Open the index of objects.
	 * @param chunkCount how many chunks it has
	 * @param size how many objects
	 * @return the index
	 */
	ObjectIndex index(int chunkCount, int size) {
		IntSource stored = open(IndexFiles.CHUNKS);
		long[] keys = new long[chunkCount];
		int[] chunks = new int[chunkCount];
		int[] first = new int[chunkCount + 1];
		for (int i = 0; i < chunkCount; i++) {
			long at = (long) i * IndexFiles.CHUNK_INTS;
			keys[i] = Integer.toUnsignedLong(stored.get(at)) | (long) stored.get(at + 1) << Integer.SIZE;
			chunks[i] = stored.get(at + 2);
			first[i] = stored.get(at + 3);
		}
		first[chunkCount] = size;
		return new ObjectIndex(keys, chunks, first, open(IndexFiles.BITMAP), open(IndexFiles.RANKS));
	}

	@Override
	public void close() throws IOException {
		for (StoredInts file : this.openByName.values()) {
			file.close();
		}
	}

}
