package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofElement;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofInput;
import io.github.heapwise.hprof.HprofRange;
import io.github.heapwise.hprof.HprofReader;
import io.github.heapwise.hprof.MalformedDumpException;

/**
 * Reads a dump for the second time: of every object its class, its position and what it
 * refers to. Classes refer to the class above, their loader and what their static fields
 * hold; instances of classes that may be unloaded refer to their class.
 */
final class SecondPass {

	private final HprofFile file;

	private final ObjectIndex index;

	private final ClassTable classes;

	private final ClassNumbers numbers;

	private final Layouts layouts;

	private final BitSet permanent;

	private final Columns columns;

	private final SizeEvidence evidence;

	private final int[] greatestWords;

	SecondPass(HprofFile file, ObjectIndex index, ClassTable classes, ClassNumbers numbers, Layouts layouts,
			BitSet permanent, Columns columns, int[] greatestWords) {
		this.file = file;
		this.index = index;
		this.classes = classes;
		this.numbers = numbers;
		this.layouts = layouts;
		this.permanent = permanent;
		this.columns = columns;
		this.greatestWords = greatestWords;
		this.evidence = new SizeEvidence(greatestWords);
	}

	/**
	 * Read the dump.
	 * @param ranges its parts
	 * @param threads how many threads may do so
	 * @param progress told after every part
	 */
	void run(List<HprofRange> ranges, int threads, Progress progress) throws IOException {
		Ranges.read(ranges, threads, progress, (next, cancel) -> {
			RangeVisit visit = new RangeVisit();
			for (HprofRange range = next.get(); range != null; range = next.get()) {
				visit.read(range, cancel);
			}
			visit.close();
		});
	}

	/**
	 * Return what was seen of the sizes of objects.
	 * @return the evidence, once the pass has ended
	 */
	SizeEvidence evidence() {
		return this.evidence;
	}

	/**
	 * Where the results go.
	 *
	 * @param coding how kinds are written
	 * @param kinds kinds by object
	 * @param lengths lengths of arrays too long for their kind
	 * @param positions where in the dump objects are
	 * @param starts where the references of objects start
	 * @param edges the references
	 */
	record Columns(Kinds.Coding coding, Ints kinds, LongArrays.Collector lengths, LongColumn positions, Ints starts,
			EdgeStore edges) {

	}

	private final class RangeVisit {

		private final Columns columns = SecondPass.this.columns;

		private final ObjectIndex index = SecondPass.this.index;

		private final Layouts layouts = SecondPass.this.layouts;

		private final EdgeStore.Writer edges = this.columns.edges().writer();

		private final SizeEvidence evidence = new SizeEvidence(SecondPass.this.greatestWords);

		private final RecentIds recentClasses = new RecentIds(SecondPass.this.classes::numberOf);

		private final RecentIds recentArrays = new RecentIds(SecondPass.this.numbers::referenceArray);

		// The class whose static fields are read.
		private int openClass = ObjectIndex.ABSENT;

		void read(HprofRange range, CancelSignal cancel) throws IOException {
			try (HprofReader reader = SecondPass.this.file.read(range, cancel)) {
				for (HprofElement element = reader.next(); element != null; element = reader.next()) {
					visit(element, reader);
				}
				endClass();
			}
		}

		void close() {
			this.edges.close();
			synchronized (SecondPass.this.evidence) {
				SecondPass.this.evidence.merge(this.evidence);
			}
		}

		private void visit(HprofElement element, HprofReader reader) throws IOException {
			switch (element) {
				case INSTANCE -> instance(reader);
				case OBJECT_ARRAY -> objectArray(reader);
				case PRIMITIVE_ARRAY -> primitiveArray(reader);
				case CLASS -> beginClass(reader);
				case STATIC_FIELD, CONSTANT -> staticField(reader);
				case INSTANCE_FIELD -> {
					// Known from the first pass.
				}
				default -> endClass();
			}
		}

		private void instance(HprofReader reader) throws IOException {
			int object = begin(reader);
			int type = this.recentClasses.numberOf(reader.classId());
			if (type == ClassTable.NONE) {
				this.columns.kinds().put(object, this.columns.coding().instance(SecondPass.this.numbers.unknown()));
				return;
			}
			this.columns.kinds().put(object, this.columns.coding().instance(type));
			this.evidence.instance(type, reader.id(), this.index);
			long bytes = reader.bodyBytes();
			int known = this.layouts.instanceBytes(type);
			if (known != Layouts.UNKNOWN && known != bytes) {
				throw new MalformedDumpException(SecondPass.this.file.name(), reader.recordOffset(),
						"instance has %d bytes, those of its class '%s' have %d".formatted(bytes,
								SecondPass.this.classes.name(type), known));
			}
			this.edges.begin(bytes / reader.idBytes() + 1);
			addClass(type, object);
			if (known != Layouts.UNKNOWN) {
				addFields(type, object, reader.body());
			}
			end(object);
		}

		private void addFields(int type, int object, HprofInput body) throws IOException {
			for (int declaring = type; declaring != ClassTable.NONE; declaring = this.layouts
				.aboveWithFields(declaring)) {
				long start = body.position();
				int end = this.layouts.endOfReferences(declaring);
				for (int i = this.layouts.firstReference(declaring); i < end; i++) {
					body.skip(start + this.layouts.offset(i) - body.position());
					add(body.id(), object);
				}
				body.skip(start + this.layouts.ownBytes(declaring) - body.position());
			}
		}

		private void objectArray(HprofReader reader) throws IOException {
			int object = begin(reader);
			array(object, Math.max(0, this.recentArrays.numberOf(reader.classId())), BasicType.OBJECT, reader);
			this.edges.begin(reader.count() + 1);
			addClass(this.recentClasses.numberOf(reader.classId()), object);
			HprofInput body = reader.body();
			for (long i = reader.count(); i > 0; i--) {
				add(body.id(), object);
			}
			end(object);
		}

		private void primitiveArray(HprofReader reader) {
			int object = begin(reader);
			array(object, SecondPass.this.numbers.primitiveArray(reader.type()), reader.type(), reader);
		}

		private void array(int object, int number, int type, HprofReader reader) {
			Kinds.Coding coding = this.columns.coding();
			this.columns.kinds().put(object, coding.array(number, reader.count()));
			if (reader.count() >= coding.longArray()) {
				this.columns.lengths().add(object, reader.count());
			}
			this.evidence.array(type, reader.count(), reader.id(), this.index);
		}

		private void beginClass(HprofReader reader) throws IOException {
			endClass();
			int type = SecondPass.this.classes.numberOf(reader.id());
			if (type == ClassTable.NONE) {
				// It breaks off at the end of the dump.
				return;
			}
			this.openClass = begin(reader);
			this.columns.kinds().put(this.openClass, this.columns.coding().mirror(type));
			this.edges.begin(SecondPass.this.classes.references(type) + 2L);
			add(reader.superId(), this.openClass);
			add(reader.loaderId(), this.openClass);
		}

		private void staticField(HprofReader reader) throws IOException {
			if (reader.type() == BasicType.OBJECT && this.openClass != ObjectIndex.ABSENT) {
				add(reader.body().id(), this.openClass);
			}
		}

		private void endClass() {
			if (this.openClass != ObjectIndex.ABSENT) {
				end(this.openClass);
				this.openClass = ObjectIndex.ABSENT;
			}
		}

		private int begin(HprofReader reader) {
			endClass();
			int object = this.index.number(reader.id());
			this.columns.positions().put(object, reader.recordOffset());
			return object;
		}

		private void end(int object) {
			this.columns.starts().put(object, (int) this.edges.end());
		}

		private void addClass(int type, int object) throws IOException {
			if (type != ClassTable.NONE && !SecondPass.this.permanent.get(type)) {
				add(SecondPass.this.classes.id(type), object);
			}
		}

		private void add(long id, int object) throws IOException {
			if (id != 0) {
				int target = this.index.number(id);
				if (target != ObjectIndex.ABSENT && target != object) {
					this.edges.add(target);
				}
			}
		}

	}

}
