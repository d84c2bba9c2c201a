package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A set of objects of a dump, a bit each, in a file without a name. 5 ns a look.
 * <p>
 * For one thread.
 */
public final class ObjectSet implements Closeable {

	private final WorkFiles files;

	private final Ints bits;

	/**
	 * Create an empty set.
	 * @param directory where the file may be
	 * @param objects how many objects there are
	 */
	ObjectSet(Path directory, int objects) throws IOException {
		this.files = new WorkFiles(directory);
		this.bits = this.files.zeros((objects >>> 5) + 1L);
	}

	/**
	 * Add an object.
	 * @param object number of the object
	 * @return whether it was not there yet
	 */
	public boolean add(int object) {
		int word = this.bits.get(object >>> 5);
		this.bits.put(object >>> 5, word | 1 << object);
		return (word >>> object & 1) == 0;
	}

	public boolean contains(int object) {
		return (this.bits.get(object >>> 5) >>> object & 1) != 0;
	}

	@Override
	public void close() throws IOException {
		this.files.close();
	}

}
