package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of an index, opened when they are needed. Thread-safe.
 */
final class StoredFiles implements Closeable {

	// 256 MB
	private static final int WINDOW_BITS = 26;

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
	 * Map a file.
	 * @param name its name
	 * @return its integers, for any thread
	 */
	IntSource map(String name) throws IOException {
		Path file = this.directory.resolve(name);
		long size = Files.size(file) / Integer.BYTES;
		Ints ints = new Ints((from, count) -> map(file, from, count), size, WINDOW_BITS);
		ints.ensure(size, false);
		return ints;
	}

	/**
	 * Map a column.
	 * @param low file of the low halves
	 * @param high file of the high halves, which need not exist
	 * @return the column
	 */
	LongColumn mapColumn(String low, String high) throws IOException {
		return new LongColumn(map(low), Files.exists(this.directory.resolve(high)) ? map(high) : null);
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
		return index(chunkCount, size, open(IndexFiles.BITMAP), open(IndexFiles.RANKS));
	}

	/**
	 * Open the index of objects.
	 * @param chunkCount how many chunks it has
	 * @param size how many objects
	 * @param bits its bitmap
	 * @param ranks how many objects are before the blocks of it
	 * @return the index
	 */
	ObjectIndex index(int chunkCount, int size, IntSource bits, IntSource ranks) {
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
		return new ObjectIndex(keys, chunks, first, bits, ranks);
	}

	/**
	 * Return where to work.
	 * @return a place on the same disk
	 */
	WorkFiles workFiles() {
		return new WorkFiles(this.directory);
	}

	@Override
	public void close() throws IOException {
		for (StoredInts file : this.openByName.values()) {
			file.close();
		}
	}

	private static ByteBuffer map(Path file, long from, int ints) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			return channel.map(MapMode.READ_ONLY, from * Integer.BYTES, (long) ints * Integer.BYTES);
		}
	}

}
