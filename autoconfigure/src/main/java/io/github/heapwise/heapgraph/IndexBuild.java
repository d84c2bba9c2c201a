package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.Truncation;

/**
 * Builds an index step by step, giving back what a step needs when it has ended.
 */
final class IndexBuild {

	private static final long MAX_BITMAP_INTS = 1L << 40;

	private static final long MAX_ROOT_INTS = 1L << 34;

	// 64 MB of bitmap and a quarter of the size of the dump: several times what real ones
	// need.
	private static final int MIN_CHUNKS = 4096;

	private static final long DUMP_BYTES_PER_CHUNK = 1 << 16;

	private static final long WORK_BYTES_PER_OBJECT = 100;

	// A dump has more bytes than its objects in the heap, of which 32 GB can be counted
	// in
	// 4 bytes; half of it for what dumps do not show.
	private static final long WIDE_RETAINED_BYTES = 1L << 34;

	private final IndexDirectory directory;

	private final HprofFile file;

	private final WorkFiles files;

	private final int threads;

	private final Progress progress;

	private final Map<String, Long> numbers = new LinkedHashMap<>();

	IndexBuild(IndexDirectory directory, int threads, Progress progress) {
		this.directory = directory;
		this.file = directory.dump();
		this.files = directory.files();
		this.threads = threads;
		this.progress = progress;
	}

	void run() throws IOException {
		this.progress.phase(0.02);
		DumpOutline outline = DumpOutline.of(this.file, this.progress.cancel());
		AddressBitmap addresses = new AddressBitmap(maxChunks(),
				this.files.keptGrowing(IndexFiles.BITMAP, MAX_BITMAP_INTS));
		RootLog roots = new RootLog(this.files);
		FirstPass first = new FirstPass(this.file, outline, addresses, roots);
		this.progress.phase(0.15);
		first.run(this.threads, this.progress);
		DumpOutline.readTexts(this.file, outline.texts(), outline.names().texts(), this.progress.cancel());
		ObjectIndex index = addresses.index(this.files.kept(IndexFiles.RANKS, addresses.rankCount()));
		this.directory.requireSpace(index.size() * WORK_BYTES_PER_OBJECT);
		writeChunks(index);
		analyse(outline, first, roots, index);
		Truncation truncation = first.truncation();
		this.progress.at(1, 1);
		this.directory.complete(this.numbers, (truncation != null) ? truncation.message() : "");
	}

	private void analyse(DumpOutline outline, FirstPass first, RootLog log, ObjectIndex index) throws IOException {
		ClassTable classes = first.classes();
		ClassNumbers classNumbers = new ClassNumbers(classes, first.arrayClassIds());
		Layouts layouts = new Layouts(classes, this.file.header().idBytes());
		FieldBytes fields = new FieldBytes(classes, layouts.topDown());
		BitSet permanent = classNumbers.permanent(first.permanentLoaders());
		Roots.addSticky(log, classes, permanent);
		SecondPass.Columns columns = columns(index.size(), classNumbers);
		SecondPass second = new SecondPass(this.file, index, classes, classNumbers, layouts, permanent, columns,
				InstanceSizes.greatestWords(classes, fields));
		this.progress.phase(0.25);
		second.run(outline.ranges(), this.threads, this.progress);
		this.files.force();
		Roots roots = new Roots(log, index, classes.size(), this.files.keptGrowing(IndexFiles.ROOTS, MAX_ROOT_INTS),
				this.files);
		roots.resolve(columns, classes, permanent);
		ObjectShape shape = ObjectShape.of(this.file.header().idBytes(), fields, second.evidence(), classes.size());
		InstanceSizes sizes = new InstanceSizes(classes, fields, shape, second.evidence(), classNumbers.count());
		ClassFiles classFiles = new ClassFiles(classes, classNumbers, this.files);
		Kinds kinds = classFiles.writeSizes(columns, sizes, shape);
		ClassTotals totals = hold(columns, roots, kinds, index.size());
		classFiles.write(index, totals);
		number("objects", index.size());
		number("classes", classNumbers.count());
		number("lengthBits", columns.coding().lengthBits());
		number("longArrays", kinds.lengths().size());
		number("classClass", classNumbers.classClass());
		number("referenceBytes", shape.referenceBytes());
		number("headerBytes", shape.headerBytes());
		number("roots", roots.keptSize());
		number("edges", columns.edges().end());
		this.files.truncate(IndexFiles.EDGES, columns.edges().end());
		this.files.truncate(IndexFiles.ROOTS, roots.keptSize() * Roots.INTS);
	}

	private SecondPass.Columns columns(int size, ClassNumbers classNumbers) throws IOException {
		Kinds.Coding coding = Kinds.Coding.of(classNumbers.count(), classNumbers.classClass(),
				classNumbers.arrayClassCount());
		LongColumn positions = new LongColumn(this.files.kept(IndexFiles.POSITIONS, size),
				LongColumn.isWide(this.file.fileBytes()) ? this.files.kept(IndexFiles.HIGH_POSITIONS, size) : null);
		return new SecondPass.Columns(coding, this.files.kept(IndexFiles.KINDS, size), new LongArrays.Collector(),
				positions, this.files.kept(IndexFiles.STARTS, size),
				new EdgeStore(this.files.keptGrowing(IndexFiles.EDGES, EdgeStore.MAX_EDGES)));
	}

	private ClassTotals hold(SecondPass.Columns columns, Roots roots, Kinds kinds, int size) throws IOException {
		ObjectGraph graph = new ObjectGraph(size, columns.starts(), columns.edges().edges(), roots.list(),
				roots.listSize());
		EdgeOwners.write(graph, columns.edges().end(), this.files);
		Ints distances = this.files.kept(IndexFiles.DISTANCES, size);
		Ints holders = this.files.kept(IndexFiles.HOLDERS, size);
		Ints dominators = this.files.kept(IndexFiles.DOMINATORS, size);
		ClassTotals totals = new ClassTotals(kinds.classCount());
		Workers.Task measure = (cancel) -> Distances.measure(graph, distances, holders, this.files, cancel);
		Workers.Task dominate = (cancel) -> dominate(graph, dominators, kinds, totals);
		if (this.threads > 1) {
			Workers.run(this.progress.cancel(), dominate, measure);
		}
		else {
			measure.run(this.progress.cancel());
			dominate.run(this.progress.cancel());
		}
		this.progress.phase(0.05);
		for (int i = 0; i < size; i++) {
			totals.add(kinds.classOf(i), kinds.words(i), distances.get(i));
		}
		return totals;
	}

	private void dominate(ObjectGraph graph, Ints dominators, Kinds kinds, ClassTotals totals) throws IOException {
		this.progress.phase(0.2);
		DepthFirstOrder order = DepthFirstOrder.of(graph, this.files, this.progress);
		number("reachable", order.size());
		Predecessors predecessors = Predecessors.of(order, this.files);
		this.progress.phase(0.15);
		Ints found = Dominators.of(order, predecessors, this.files, this.progress);
		this.progress.phase(0.15);
		boolean wide = this.file.fileBytes() >= WIDE_RETAINED_BYTES;
		LongColumn retained = new LongColumn(this.files.kept(IndexFiles.RETAINED, graph.size()),
				wide ? this.files.kept(IndexFiles.HIGH_RETAINED, graph.size()) : null);
		DominatorTree.finish(order, found, kinds, new DominatorTree.Result(dominators, retained), totals, this.files,
				this.progress);
		this.progress.phase(0.03);
		DominatedObjects.sort(dominators, graph.size(), this.files.kept(IndexFiles.DOMINATED, order.size()),
				this.files);
	}

	private void writeChunks(ObjectIndex index) throws IOException {
		int count = index.chunkCount();
		Ints chunks = this.files.kept(IndexFiles.CHUNKS, (long) count * IndexFiles.CHUNK_INTS);
		for (int i = 0; i < count; i++) {
			long at = (long) i * IndexFiles.CHUNK_INTS;
			chunks.put(at, (int) index.key(i));
			chunks.put(at + 1, (int) (index.key(i) >>> Integer.SIZE));
			chunks.put(at + 2, index.chunk(i));
			chunks.put(at + 3, index.first(i));
		}
		number("chunks", count);
		this.files.truncate(IndexFiles.BITMAP, (long) count << AddressBitmap.CHUNK_INTS_BITS);
	}

	private synchronized void number(String name, long value) {
		this.numbers.put(name, value);
	}

	private int maxChunks() {
		return (int) Math.min(Integer.MAX_VALUE >> 6, MIN_CHUNKS + this.file.fileBytes() / DUMP_BYTES_PER_CHUNK);
	}

}
