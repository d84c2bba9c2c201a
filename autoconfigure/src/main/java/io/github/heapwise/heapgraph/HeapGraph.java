package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofFile;
import org.jspecify.annotations.Nullable;

/**
 * A heap dump by its index: who holds what. Objects are called by their numbers, from 0
 * on in the order of their addresses; -1 stands for none.
 * <p>
 * Opens in a millisecond and takes some 300 KB of heap, whatever the dump. May be used
 * from any thread; an index that is damaged while it is in use leads to an
 * {@link UncheckedIOException}.
 */
public final class HeapGraph implements Closeable {

	private final HprofFile file;

	private final IndexHeader header;

	private final StoredFiles files;

	private final ObjectIndex index;

	private final Kinds kinds;

	private final StoredClasses classes;

	private final LongColumn positions;

	private final LongColumn retainedWords;

	private HeapGraph(HprofFile file, IndexHeader header, StoredFiles files) throws IOException {
		this.file = file;
		this.header = header;
		this.files = files;
		this.index = files.index(header.integer("chunks"), header.integer("objects"));
		Kinds.Coding coding = new Kinds.Coding(header.integer("classes"), header.integer("classClass"),
				header.integer("lengthBits"));
		StoredInts rows = files.open(IndexFiles.CLASSES);
		LongArrays lengths = new LongArrays(files.open(IndexFiles.LENGTHS), header.integer("longArrays"));
		this.kinds = new Kinds(coding, files.open(IndexFiles.KINDS), lengths, files.open(IndexFiles.ARRAYS),
				ClassRows.words(rows, coding.classCount()), header.integer("alignmentBytes"));
		this.classes = new StoredClasses(rows, files.open(IndexFiles.FIELDS), files.open(IndexFiles.NAMES));
		this.positions = files.column(IndexFiles.POSITIONS, IndexFiles.HIGH_POSITIONS);
		this.retainedWords = files.column(IndexFiles.RETAINED, IndexFiles.HIGH_RETAINED);
	}

	/**
	 * Return whether a dump has an index that fits it.
	 * @param dump the dump
	 * @return whether it can be opened
	 */
	public static boolean isIndexed(Path dump) throws IOException {
		return IndexDirectory.find(HprofFile.open(dump)) != null;
	}

	/**
	 * Open the index of a dump.
	 * @param dump the dump
	 * @return the graph
	 * @throws IOException if there is no index, or it is damaged or one of what the dump
	 * was before
	 */
	public static HeapGraph open(Path dump) throws IOException {
		HprofFile file = HprofFile.open(dump);
		IndexHeader header = IndexDirectory.find(file);
		if (header == null) {
			throw new IOException("Heap dump '%s' has no index that fits it. Build it first".formatted(file.name()));
		}
		Path directory = IndexDirectory.of(dump);
		StoredFiles files = new StoredFiles(directory);
		try {
			HprofFile read = file.compressed() ? HprofFile.open(directory.resolve(IndexDirectory.DUMP)) : file;
			return new HeapGraph(read, header, files);
		}
		catch (IOException | RuntimeException ex) {
			files.close();
			throw ex;
		}
	}

	/**
	 * Return when the dump was taken.
	 * @return the time, as the dump says
	 */
	public Instant taken() {
		return this.file.header().time();
	}

	/**
	 * Return where the index is. Those who read it may keep what they find in files of
	 * their own there, which vanish with it.
	 * @return the directory
	 */
	public Path directory() {
		return this.files.directory();
	}

	public HeapTotals totals() {
		String truncation = this.header.truncation();
		return new HeapTotals(this.index.size(), this.header.integer("reachable"), this.header.integer("classes"),
				this.header.number("roots"), this.header.integer("referenceBytes"), this.header.integer("headerBytes"),
				truncation.isEmpty() ? null : truncation);
	}

	/**
	 * Return what all reachable objects take. Reads a number of every class, 50 ns each.
	 * @return size in bytes
	 */
	public long reachableBytes() {
		return IntStream.range(0, this.kinds.classCount()).mapToLong(this.classes::shallowBytes).sum();
	}

	/**
	 * Return how many objects there are.
	 * @return objects, those not reachable included
	 */
	public int objects() {
		return this.index.size();
	}

	/**
	 * Find an object.
	 * @param id its id in the dump
	 * @return its number
	 */
	public OptionalInt find(long id) {
		int number = this.index.number(id);
		return (number != ObjectIndex.ABSENT) ? OptionalInt.of(number) : OptionalInt.empty();
	}

	/**
	 * Return what there is to know about an object without reading the dump. About 10 us.
	 * @param object number of the object
	 * @return the object
	 */
	public HeapObject object(int object) {
		int type = classOf(object);
		int mirrored = this.kinds.mirrored(object);
		return new HeapObject(object, this.index.id(object), type, this.classes.name(type),
				(mirrored != ClassTable.NONE) ? this.classes.name(mirrored) : null, this.kinds.length(object),
				shallowBytes(object), retainedBytes(object), distance(object));
	}

	/**
	 * Return the class of an object.
	 * @param object number of the object
	 * @return number of the class
	 */
	public int classOf(int object) {
		return this.kinds.classOf(require(object));
	}

	public long shallowBytes(int object) {
		return this.kinds.words(require(object)) << 3;
	}

	/**
	 * Return how much would become collectable if the object were gone: its own shallow
	 * size plus that of everything it dominates.
	 * @param object number of the object
	 * @return size in bytes, never less than the shallow size; 0 if the object is not
	 * reachable
	 */
	public long retainedBytes(int object) {
		return this.retainedWords.get(require(object)) << 3;
	}

	/**
	 * Return how far an object is from the nearest root.
	 * @param object number of the object
	 * @return 1 for a root, 2 for what it refers to, and so on; 0 if the object is not
	 * reachable
	 */
	public int distance(int object) {
		return this.files.open(IndexFiles.DISTANCES).get(require(object));
	}

	/**
	 * Return the nearest object without which an object would be collectable.
	 * @param object number of the object
	 * @return number of the object that dominates it, -1 if no single one does or it is
	 * not reachable
	 */
	public int dominator(int object) {
		return Math.max(0, this.files.open(IndexFiles.DOMINATORS).get(require(object))) - 1;
	}

	/**
	 * Return where an object is in the dump.
	 * @param object number of the object
	 * @return start of its record in bytes
	 */
	public long position(int object) {
		return this.positions.get(require(object));
	}

	/**
	 * Return a class.
	 * @param number its number
	 * @return the class
	 */
	public ClassSummary classSummary(int number) {
		return this.classes.summary(number);
	}

	/**
	 * Return all classes. About 3 us each.
	 * @return classes in the order of their numbers, also such without instances
	 */
	public List<ClassSummary> classes() {
		return IntStream.range(0, this.kinds.classCount()).mapToObj(this.classes::summary).toList();
	}

	/**
	 * Return the name of a class. About 1 us.
	 * @param number number of the class
	 * @return the name as in the source, or the id if the dump has no name
	 */
	public String className(int number) {
		return this.classes.name(number);
	}

	/**
	 * Return the object that a class itself is.
	 * @param number number of the class
	 * @return number of the object, -1 for a class that the dump has no record of
	 */
	public int classObject(int number) {
		return this.classes.get(number, ClassRows.OBJECT) - 1;
	}

	/**
	 * Return the class above a class.
	 * @param number number of the class
	 * @return number of the class above, -1 if there is none
	 */
	public int superclass(int number) {
		return this.classes.get(number, ClassRows.SUPER) - 1;
	}

	/**
	 * Return what an object refers to, not through a weak, soft, phantom or final
	 * reference. A class refers to the one above, to its loader and to what its static
	 * fields hold, a thread to what its frames hold, an instance of a class that can be
	 * unloaded to its class.
	 * @param object number of the object
	 * @param from how many to leave out
	 * @param limit how many to return at most
	 * @return numbers of objects, those referred to several times as often
	 */
	public int[] references(int object, int from, int limit) {
		int[] found = new int[16];
		int count = 0;
		IntSource edges = this.files.open(IndexFiles.EDGES);
		long at = Integer.toUnsignedLong(this.files.open(IndexFiles.STARTS).get(require(object)));
		long index = 0;
		for (int edge = (at != 0) ? 0 : ObjectGraph.LAST; edge >= 0 && count < limit; index++) {
			edge = edges.get(at++);
			if (index >= from) {
				found = (count < found.length) ? found : Arrays.copyOf(found, 2 * count);
				found[count++] = edge & ObjectGraph.NUMBER;
			}
		}
		return Arrays.copyOf(found, count);
	}

	/**
	 * Find what refers to an object, and count it. Reads all references of the dump, 3 ns
	 * each.
	 * @param object number of the object
	 * @param from how many to leave out
	 * @param limit how many to return at most
	 * @param cancel asked every million references
	 * @return numbers of objects, each once, in the order of the dump
	 */
	public ObjectPage referrers(int object, long from, int limit, CancelSignal cancel) {
		EdgeOwners owners = new EdgeOwners(this.files.open(IndexFiles.OWNERS), this.files.open(IndexFiles.STARTS),
				cancel);
		return new Referrers(this.files.open(IndexFiles.EDGES).scan(), this.header.number("edges"), owners, cancel)
			.find(require(object), from, limit);
	}

	/**
	 * Return how many objects an object dominates immediately.
	 * @param object number of the object, -1 for how many are dominated by none
	 * @return objects
	 */
	public int dominatedCount(int object) {
		return dominatedFrom(object + 1) - dominatedFrom(object);
	}

	/**
	 * Return the objects that an object dominates immediately. Time grows with all of
	 * them, 100 ns each.
	 * @param object number of the object, -1 for those that are dominated by none
	 * @param from how many to leave out
	 * @param limit how many to return at most
	 * @return numbers of objects, those that retain most first
	 */
	public int[] dominated(int object, int from, int limit) {
		IntSource sorted = this.files.open(IndexFiles.DOMINATED).scan();
		LargestRetained largest = new LargestRetained(from + limit);
		LongColumn retained = scannedRetainedWords();
		int end = dominatedFrom(object + 1);
		for (int i = dominatedFrom(object); i < end; i++) {
			int dominated = sorted.get(i);
			largest.add(dominated, retained.get(dominated));
		}
		return largest.from(from);
	}

	/**
	 * Return a shortest way from a root to an object, of strong references only.
	 * @param object number of the object
	 * @return numbers of objects, the root first and the object last; empty if it is not
	 * reachable
	 */
	public int[] pathFromRoot(int object) {
		IntSource holders = this.files.open(IndexFiles.HOLDERS);
		int[] path = new int[distance(object)];
		int at = object;
		for (int i = path.length - 1; i >= 0; i--) {
			path[i] = at;
			at = holders.get(at) - 1;
		}
		return path;
	}

	/**
	 * Return the object before an object on the way that {@link #pathFromRoot} returns.
	 * @param object number of the object
	 * @return number of an object that refers to it, -1 for a root and what is not
	 * reachable
	 */
	public int holder(int object) {
		return Math.max(0, this.files.open(IndexFiles.HOLDERS).get(require(object))) - 1;
	}

	/**
	 * Visit all instances of a class. Reads 4 bytes of every object, 2 ns each.
	 * @param type number of the class
	 * @param cancel asked every million objects
	 * @param visitor gets numbers of objects, reachable or not, in their order
	 */
	public void instances(int type, CancelSignal cancel, IntConsumer visitor) {
		StoredInts arrays = this.files.open(IndexFiles.ARRAYS);
		new InstanceScan(this.kinds.through(this.kinds.column(), arrays.scan()),
				this.files.open(IndexFiles.KINDS).scan(), (int) (arrays.size() / Kinds.ARRAY_INTS), objects(), cancel)
			.visit(type, visitor);
	}

	/**
	 * Visit the objects that an object dominates immediately. 20 ns each if they are near
	 * each other.
	 * @param object number of the object
	 * @param visitor gets numbers of objects in their order
	 */
	public void dominated(int object, IntConsumer visitor) {
		IntSource sorted = this.files.open(IndexFiles.DOMINATED).scan();
		int end = dominatedFrom(object + 1);
		for (int i = dominatedFrom(object); i < end; i++) {
			visitor.accept(sorted.get(i));
		}
	}

	/**
	 * Visit reachable objects. Reads 4 bytes of every object, 2 ns each, and 4 of every
	 * one that is visited.
	 * @param minRetainedBytes what they retain at least, 0 for all
	 * @param cancel asked every million objects
	 * @param visitor gets objects in their order
	 */
	public void reachable(long minRetainedBytes, CancelSignal cancel, ObjectVisitor visitor) {
		IntSource dominators = this.files.open(IndexFiles.DOMINATORS).scan();
		LongColumn retained = scannedRetainedWords();
		for (int i = 0; i < objects(); i++) {
			if ((i & ObjectGraph.STEP_MASK) == 0) {
				cancel.check();
			}
			long retainedBytes = retained.get(i) << 3;
			int dominator = (retainedBytes >= minRetainedBytes) ? dominators.get(i) : 0;
			if (dominator != 0) {
				visitor.visit(i, retainedBytes, Math.max(0, dominator) - 1);
			}
		}
	}

	/**
	 * Find out what is below some objects in the dominator tree. About 20 ns for each
	 * object there is, and a byte of disk beside the dump.
	 * @param tops numbers of the objects, at most {@link Regions#MAX_REGIONS}
	 * @param cancel asked every million objects
	 * @return the regions, to be closed
	 * @throws IOException if there is no room
	 */
	public Regions regions(int[] tops, CancelSignal cancel) throws IOException {
		return Regions.of(tops, this.files.open(IndexFiles.DOMINATORS), objects(), this.files.workFiles(), cancel);
	}

	/**
	 * Visit the reachable instances of a class. Reads 4 bytes of every object and of
	 * every instance, 3 ns each.
	 * @param type number of the class
	 * @param cancel asked every million objects
	 * @param visitor gets numbers of objects in their order
	 */
	public void reachableInstances(int type, CancelSignal cancel, IntConsumer visitor) {
		LongColumn retained = scannedRetainedWords();
		instances(type, cancel, (object) -> {
			if (retained.get(object) != 0) {
				visitor.accept(object);
			}
		});
	}

	/**
	 * Return the reachable instances of a class that retain most. Reads 4 bytes of every
	 * object and of every instance, 3 ns each.
	 * @param type number of the class
	 * @param from how many to leave out
	 * @param limit how many to return at most
	 * @param cancel asked every million objects
	 * @return numbers of objects, those that retain most first
	 */
	public int[] largestInstances(int type, int from, int limit, CancelSignal cancel) {
		LargestRetained largest = new LargestRetained(from + limit);
		LongColumn retained = scannedRetainedWords();
		reachableInstances(type, cancel, (object) -> largest.add(object, retained.get(object)));
		return largest.from(from);
	}

	/**
	 * Read the fields of an object, static ones of a class, or elements of an array from
	 * the dump. About 100 us.
	 * @param object number of the object
	 * @param from how many elements of an array to leave out
	 * @param limit how many fields or elements to return at most
	 * @return fields, those of its class first, with the references that do not count as
	 * holding anything
	 * @throws IOException if the dump is gone or has changed
	 */
	public List<FieldValue> fields(int object, long from, int limit) throws IOException {
		return new ObjectFields(this.file, this.index, this.classes, this.kinds).read(object, position(object), from,
				limit);
	}

	/**
	 * Find a field that instances of a class have.
	 * @param type number of the class
	 * @param declaringClass name of the class that declares the field, this or one above
	 * @param name name of the field
	 * @return where it is, {@code null} if there is none
	 */
	public @Nullable FieldPlace field(int type, String declaringClass, String name) {
		return this.classes.field(type, declaringClass, name, this.file.header().idBytes());
	}

	/**
	 * Return what reads very many objects.
	 * @return a reader
	 */
	public HeapReader reader() throws IOException {
		return new HeapReader(this.file, this.header, this.kinds, this.files);
	}

	/**
	 * Return a set for objects of this dump.
	 * @return an empty set to be closed
	 */
	public ObjectSet emptySet() throws IOException {
		return new ObjectSet(directory(), objects());
	}

	/**
	 * Find by which elements an array refers to an object. Reads the array from the dump,
	 * 5 ns an element.
	 * @param array number of an array of references
	 * @param object number of the object
	 * @param limit how many to return at most
	 * @param maxElements how many elements to look at
	 * @return indexes of elements, in their order
	 * @throws IOException if the dump is gone or has changed
	 */
	public long[] elementsReferringTo(int array, int object, int limit, long maxElements) throws IOException {
		return new ObjectFields(this.file, this.index, this.classes, this.kinds).find(position(array),
				this.index.id(require(object)), limit, maxElements);
	}

	/**
	 * Return why an object is alive by itself. Reads all roots, 20 ns each.
	 * @param object number of the object
	 * @return reasons, none if it is no root
	 */
	public List<HeapRoot> rootsOf(int object) {
		List<HeapRoot> found = new ArrayList<>();
		roots((root) -> {
			if (root.object() == object) {
				found.add(root);
			}
		}, object);
		return found;
	}

	/**
	 * Visit all roots, in the order of the dump.
	 * @param visitor gets the roots
	 */
	public void roots(Consumer<HeapRoot> visitor) {
		roots(visitor, null);
	}

	/**
	 * Read stacks of threads from the dump. Goes over all that is not the heap, about 200
	 * ms for 1 GB.
	 * @param serials serial numbers of the stacks, of which some thousands are read
	 * @param cancel asked once per {@code 256 KB}
	 * @return the stacks
	 * @throws IOException if the dump is gone or has changed
	 */
	public StackTraces stackTraces(int[] serials, CancelSignal cancel) throws IOException {
		return new StackReader(this.file, serials, cancel).read();
	}

	@Override
	public void close() throws IOException {
		this.files.close();
	}

	private void roots(Consumer<HeapRoot> visitor, @Nullable Integer only) {
		IntSource roots = this.files.open(IndexFiles.ROOTS).scan();
		long end = this.header.number("roots") * Roots.INTS;
		for (long at = 0; at < end; at += Roots.INTS) {
			int object = roots.get(at);
			if (only == null || only == object) {
				visitor.accept(
						new HeapRoot(object, RootKind.of(roots.get(at + 1)), roots.get(at + 2) - 1, roots.get(at + 3)));
			}
		}
	}

	private LongColumn scannedRetainedWords() {
		return new LongColumn(((StoredInts) this.retainedWords.low()).scan(), this.retainedWords.high());
	}

	private int dominatedFrom(int object) {
		return DominatedObjects.start(object + 1, this.files.open(IndexFiles.DOMINATED),
				this.header.integer("reachable"), this.files.open(IndexFiles.DOMINATORS));
	}

	private int require(int object) {
		if (object < 0 || object >= this.index.size()) {
			throw new IllegalArgumentException(
					"Object number must be from 0 to %d but was %d".formatted(this.index.size() - 1, object));
		}
		return object;
	}

}
