package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofTag;
import io.github.heapwise.hprof.MalformedDumpException;

/**
 * Reads very many objects: in a few ns each what the index knows of them, in some 20 ns
 * what is in the dump, as long as they are near each other. Takes 100 KB of heap.
 * <p>
 * For one thread. A damaged index leads to an {@link java.io.UncheckedIOException}.
 */
public final class HeapReader implements Closeable {

	/**
	 * Stands for no object.
	 */
	public static final int NONE = ObjectIndex.ABSENT;

	private static final int CHUNK_BYTES = DumpWindow.MAX_BYTES / 2;

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
	 */
	HeapReader(HprofFile file, ObjectIndex index, Kinds kinds, StoredFiles files) throws IOException {
		this.file = file;
		this.index = index;
		this.kinds = kinds.through(files.open(IndexFiles.KINDS).visit(), files.open(IndexFiles.ARRAYS).visit());
		this.distances = files.open(IndexFiles.DISTANCES).visit();
		this.starts = files.open(IndexFiles.STARTS).visit();
		this.edges = files.open(IndexFiles.EDGES).visit();
		LongColumn stored = files.column(IndexFiles.POSITIONS, IndexFiles.HIGH_POSITIONS);
		this.positions = new LongColumn(((StoredInts) stored.low()).visit(),
				(stored.high() != null) ? ((StoredInts) stored.high()).visit() : null);
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
	 * @throws MalformedDumpException if there is no such record
	 */
	public int reference(int object, FieldPlace field) throws IOException {
		long position = field(object, field);
		long id = (position >= 0) ? this.dump.id(position) : 0;
		return (id != 0) ? this.index.number(id) : NONE;
	}

	/**
	 * Read a number.
	 * @param object number of an instance
	 * @param field where in its record the number is, of type {@code long}, {@code int}
	 * or {@code byte}
	 * @return the number, 0 if the record is too short for it
	 * @throws MalformedDumpException if there is no such record
	 */
	public long number(int object, FieldPlace field) throws IOException {
		long position = field(object, field);
		if (position < 0) {
			return 0;
		}
		return switch (field.type()) {
			case BasicType.LONG -> this.dump.i8(position);
			case BasicType.INT -> this.dump.i4(position);
			default -> (byte) this.dump.u1(position);
		};
	}

	/**
	 * Read an array of primitives.
	 * @param array number of the array
	 * @param reader gets the bytes
	 * @throws MalformedDumpException if there is no such record
	 */
	public void read(int array, Bytes reader) throws IOException {
		// u1 tag, id, u4 stack, u4 count, u1 type
		long position = record(array, HprofTag.PRIMITIVE_ARRAY_DUMP);
		long count = position + 1 + this.dump.idBytes() + STACK_BYTES;
		long length = Integer.toUnsignedLong(this.dump.i4(count));
		long from = count + Integer.BYTES + 1;
		long end = from + length * BasicType.bytes(this.dump.u1(from - 1), this.dump.idBytes());
		if (length != length(array) || end > this.file.fileBytes()) {
			throw malformed(position);
		}
		for (long at = from; at < end; at += CHUNK_BYTES) {
			int bytes = (int) Math.min(CHUNK_BYTES, end - at);
			int start = this.dump.show(at, bytes);
			reader.accept(this.dump.bytes(), start, bytes);
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

	private long field(int object, FieldPlace field) throws IOException {
		// u1 tag, id, u4 stack, id of the class, u4 bytes
		long position = record(object, HprofTag.INSTANCE_DUMP) + 1 + 2L * this.dump.idBytes() + STACK_BYTES;
		long bytes = Integer.toUnsignedLong(this.dump.i4(position));
		long end = (long) field.offset() + BasicType.bytes(field.type(), this.dump.idBytes());
		return (end <= bytes) ? position + Integer.BYTES + field.offset() : NONE;
	}

	private long record(int object, int tag) throws IOException {
		long position = this.positions.get(object);
		if (this.dump.u1(position) != tag) {
			throw malformed(position);
		}
		return position;
	}

	private MalformedDumpException malformed(long position) {
		return new MalformedDumpException(this.file.name(), position,
				"the record is not that of the object that the index has there");
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
