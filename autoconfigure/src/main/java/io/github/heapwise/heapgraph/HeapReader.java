package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Function;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofTag;

/**
 * Reads very many objects: in a few ns each what the index knows of them, in some 20 ns
 * what is in the dump, as long as they are near each other. Takes up to 1.3 MB of heap.
 * <p>
 * For one thread. A damaged index leads to an {@link java.io.UncheckedIOException}.
 */
public final class HeapReader implements Closeable {

	/**
	 * Stands for no object.
	 */
	public static final int NONE = ObjectIndex.ABSENT;

	private static final int CHUNK_BYTES = DumpWindow.MAX_BYTES / 2;

	// u1 tag, id, u4 stack
	private static final int STACK_BYTES = 4;

	private final HprofFile file;

	private final ObjectIndex index;

	private final Kinds kinds;

	private final IntSource distances;

	private final IntSource starts;

	private final IntSource edges;

	private final LongColumn positions;

	private final DumpWindow dump;

	/**
	 * Open what is to be read.
	 * @param file the dump
	 * @param index the index of objects
	 * @param kinds what objects are
	 * @param files the files of the index
	 * @param access how to read them
	 */
	HeapReader(HprofFile file, ObjectIndex index, Kinds kinds, StoredFiles files,
			Function<StoredInts, IntSource> access) throws IOException {
		this.file = file;
		this.index = index;
		this.kinds = new Kinds(kinds.coding(), access.apply(files.open(IndexFiles.KINDS)), kinds.lengths(),
				kinds.arrays(), kinds.rows());
		this.distances = access.apply(files.open(IndexFiles.DISTANCES));
		this.starts = access.apply(files.open(IndexFiles.STARTS));
		this.edges = files.open(IndexFiles.EDGES).visit();
		LongColumn stored = files.column(IndexFiles.POSITIONS, IndexFiles.HIGH_POSITIONS);
		this.positions = new LongColumn(access.apply((StoredInts) stored.low()),
				(stored.high() != null) ? access.apply((StoredInts) stored.high()) : null);
		this.dump = new DumpWindow(file);
	}

	public boolean isReachable(int object) {
		return this.distances.get(object) != 0;
	}

	/**
	 * Return the class of an object.
	 * @param object number of the object
	 * @return number of the class
	 */
	public int classOf(int object) {
		return this.kinds.classOf(object);
	}

	public long shallowBytes(int object) {
		return this.kinds.words(object) << 3;
	}

	/**
	 * Return the length of an array.
	 * @param object number of the object
	 * @return number of its elements, -1 if it is no array
	 */
	public long length(int object) {
		return this.kinds.length(object);
	}

	/**
	 * Return what an object refers to first, see {@link HeapGraph#references}.
	 * @param object number of the object
	 * @return number of the object referred to, {@link #NONE} if there is none
	 */
	public int firstReference(int object) {
		long at = Integer.toUnsignedLong(this.starts.get(object));
		return (at != 0) ? this.edges.get(at) & ObjectGraph.NUMBER : NONE;
	}

	/**
	 * Return how many elements of an array of references refer to an object. Reads all of
	 * them, 3 ns each.
	 * @param array number of the array
	 * @return elements that are not {@code null}
	 */
	public long elements(int array) {
		long start = Integer.toUnsignedLong(this.starts.get(array));
		if (start == 0) {
			return 0;
		}
		long at = start;
		while (this.edges.get(at) >= 0) {
			at++;
		}
		return at + 1 - start - (isClassOf(array, this.edges.get(start) & ObjectGraph.NUMBER) ? 1 : 0);
	}

	/**
	 * Read a reference.
	 * @param object number of an instance
	 * @param field where in its record the reference is
	 * @return number of the object referred to, {@link #NONE} if there is none
	 */
	public int reference(int object, FieldPlace field) throws IOException {
		long id = this.dump.id(fields(object) + field.offset());
		return (id != 0) ? this.index.number(id) : NONE;
	}

	/**
	 * Read a number.
	 * @param object number of an instance
	 * @param field where in its record the number is, of type {@code long}, {@code int}
	 * or {@code byte}
	 * @return the number
	 */
	public long number(int object, FieldPlace field) throws IOException {
		long position = fields(object) + field.offset();
		return switch (field.type()) {
			case BasicType.LONG -> this.dump.i8(position);
			case BasicType.INT -> this.dump.i4(position);
			default -> (byte) this.dump.u1(position);
		};
	}

	/**
	 * Read an array of primitives.
	 * @param array number of the array
	 * @param elementBytes size of an element
	 * @param reader gets the bytes
	 */
	public void read(int array, int elementBytes, Bytes reader) throws IOException {
		long position = record(array, HprofTag.PRIMITIVE_ARRAY_DUMP);
		long from = position + this.dump.idBytes() + STACK_BYTES + Integer.BYTES + 2;
		long end = Math.min(this.file.fileBytes(), from + length(array) * elementBytes);
		for (long at = from; at < end; at += CHUNK_BYTES) {
			int count = (int) Math.min(CHUNK_BYTES, end - at);
			int start = this.dump.show(at, count);
			reader.accept(this.dump.bytes(), start, count);
		}
	}

	@Override
	public void close() throws IOException {
		this.dump.close();
	}

	// A class that can be unloaded is what its arrays refer to first.
	private boolean isClassOf(int array, int referred) {
		return this.kinds.mirrored(referred) == classOf(array);
	}

	private long fields(int object) throws IOException {
		// u1 tag, id, u4 stack, id of the class, u4 bytes
		return record(object, HprofTag.INSTANCE_DUMP) + 1 + 2L * this.dump.idBytes() + STACK_BYTES + Integer.BYTES;
	}

	private long record(int object, int tag) throws IOException {
		long position = this.positions.get(object);
		if (this.dump.u1(position) != tag) {
			throw new IOException("Heap dump '%s' has changed since it was analysed: no record of tag %d at offset %d"
				.formatted(this.file.name(), tag, position));
		}
		return position;
	}

	/**
	 * Gets bytes piece by piece.
	 */
	@FunctionalInterface
	public interface Bytes {

		/**
		 * Look at the next bytes.
		 * @param source what holds them, and other bytes later
		 * @param from where they start
		 * @param count how many, a multiple of 8 unless they are the last ones
		 */
		void accept(byte[] source, int from, int count);

	}

}
