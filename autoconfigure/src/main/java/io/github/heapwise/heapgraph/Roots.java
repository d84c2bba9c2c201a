package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.BitSet;

import io.github.heapwise.hprof.HprofTag;
import io.github.heapwise.hprof.LongIndex;

/**
 * What keeps objects alive. What a frame of a thread holds, its thread holds: so a thread
 * retains what it works with.
 */
final class Roots {

	/**
	 * Integers of a root as kept: the object, the tag, 1 more than the thread or 0, the
	 * number of the frame or stack.
	 */
	static final int INTS = 4;

	// HotSpot numbers threads from 1 on.
	private static final int MAX_THREAD_SERIAL = 1 << 24;

	private final RootLog log;

	private final ObjectIndex index;

	private final WorkFiles files;

	private final Ints kept;

	private final Ints list;

	private final Ints isRoot;

	private final Ints threads;

	private int listSize;

	private long keptSize;

	/**
	 * Start without any.
	 * @param log the roots as read
	 * @param index the objects
	 * @param classes how many classes there are
	 * @param kept where to keep roots with what is known about them, growing
	 * @param files where to work
	 */
	Roots(RootLog log, ObjectIndex index, int classes, Ints kept, WorkFiles files) throws IOException {
		this.log = log;
		this.index = index;
		this.files = files;
		this.kept = kept;
		this.list = files.scratch(Math.min(index.size(), log.size() + classes) + 1);
		this.isRoot = files.zeros((index.size() >>> 5) + 1L);
		this.threads = files.sparse(MAX_THREAD_SERIAL);
	}

	/**
	 * Find the roots, and what threads hold.
	 * @param columns gets the references of threads to what their frames hold
	 * @param classes the classes
	 * @param permanent those that are roots
	 */
	void resolve(SecondPass.Columns columns, ClassTable classes, BitSet permanent) throws IOException {
		findThreads();
		Ints held = this.files.zeros(this.index.size() + 1L);
		Ints next = this.files.scratch(this.log.size() + 1);
		for (long i = 0; i < this.log.size(); i++) {
			int object = this.index.number(this.log.id(i));
			if (object != ObjectIndex.ABSENT) {
				int thread = isLocal(this.log.tag(i)) ? thread(this.log.threadSerial(i)) : ObjectIndex.ABSENT;
				keep(object, this.log.tag(i), thread, this.log.number(i));
				if (thread == ObjectIndex.ABSENT) {
					addRoot(object);
				}
				else {
					next.put(i, held.get(thread));
					held.put(thread, (int) i + 1);
				}
			}
		}
		linkThreads(columns, held, next);
		for (int i = permanent.nextSetBit(0); i >= 0; i = permanent.nextSetBit(i + 1)) {
			addPermanent(this.index.number(classes.id(i)));
		}
		this.files.release(held, next, this.isRoot, this.threads);
	}

	/**
	 * Find the classes that the dump says to be roots.
	 * @param log the roots
	 * @param classes the classes
	 * @param permanent where to add them
	 */
	static void addSticky(RootLog log, ClassTable classes, BitSet permanent) {
		for (long i = 0; i < log.size(); i++) {
			int type = (log.tag(i) == HprofTag.ROOT_STICKY_CLASS) ? classes.numberOf(log.id(i)) : LongIndex.ABSENT;
			if (type >= 0) {
				permanent.set(type);
			}
		}
	}

	Ints list() {
		return this.list;
	}

	int listSize() {
		return this.listSize;
	}

	/**
	 * Return how many roots are kept.
	 * @return roots, several for an object that is one for several reasons
	 */
	long keptSize() {
		return this.keptSize;
	}

	private void findThreads() throws IOException {
		for (long i = 0; i < this.log.size(); i++) {
			int serial = this.log.threadSerial(i);
			boolean known = this.log.tag(i) == HprofTag.ROOT_THREAD_OBJECT && serial >= 0 && serial < MAX_THREAD_SERIAL;
			int object = known ? this.index.number(this.log.id(i)) : ObjectIndex.ABSENT;
			if (object != ObjectIndex.ABSENT) {
				this.threads.ensure(serial + 1L, true);
				this.threads.put(serial, object + 1);
			}
		}
	}

	private int thread(int serial) {
		boolean known = serial >= 0 && this.threads.has(serial);
		int object = known ? this.threads.get(serial) - 1 : ObjectIndex.ABSENT;
		return (object < this.index.size()) ? object : ObjectIndex.ABSENT;
	}

	private void linkThreads(SecondPass.Columns columns, Ints held, Ints next) throws IOException {
		EdgeStore.Writer writer = columns.edges().writer();
		for (long i = 0; i < this.log.size(); i++) {
			int thread = isLocal(this.log.tag(i)) ? thread(this.log.threadSerial(i)) : ObjectIndex.ABSENT;
			if (thread != ObjectIndex.ABSENT && held.get(thread) != 0) {
				link(thread, columns, writer, held, next);
				held.put(thread, 0);
			}
		}
		writer.close();
	}

	private void link(int thread, SecondPass.Columns columns, EdgeStore.Writer writer, Ints held, Ints next)
			throws IOException {
		Ints edges = columns.edges().edges();
		long at = Integer.toUnsignedLong(columns.starts().get(thread));
		long count = 0;
		for (long i = at; i != 0; i = (edges.get(i) >= 0) ? i + 1 : 0) {
			count++;
		}
		for (int i = held.get(thread); i != 0; i = next.get(i - 1L)) {
			count++;
		}
		writer.begin(count);
		for (long i = at; i != 0; i = (edges.get(i) >= 0) ? i + 1 : 0) {
			writer.add(edges.get(i) & ObjectGraph.NUMBER);
		}
		for (int i = held.get(thread); i != 0; i = next.get(i - 1L)) {
			int object = this.index.number(this.log.id(i - 1L));
			if (object != thread) {
				writer.add(object);
			}
		}
		columns.starts().put(thread, (int) writer.end());
		columns.edges().remove(at);
	}

	private void addPermanent(int object) throws IOException {
		if (object != ObjectIndex.ABSENT && (this.isRoot.get(object >>> 5) >>> object & 1) == 0) {
			keep(object, HprofTag.ROOT_STICKY_CLASS, ObjectIndex.ABSENT, 0);
			addRoot(object);
		}
	}

	private void addRoot(int object) {
		int word = this.isRoot.get(object >>> 5);
		if ((word >>> object & 1) == 0) {
			this.isRoot.put(object >>> 5, word | 1 << object);
			this.list.put(this.listSize++, object);
		}
	}

	private void keep(int object, int tag, int thread, int number) throws IOException {
		long at = this.keptSize++ * INTS;
		this.kept.ensure(at + INTS, true);
		this.kept.put(at, object);
		this.kept.put(at + 1, tag);
		this.kept.put(at + 2, thread + 1);
		this.kept.put(at + 3, number);
	}

	private static boolean isLocal(int tag) {
		return tag == HprofTag.ROOT_JAVA_FRAME || tag == HprofTag.ROOT_JNI_LOCAL || tag == HprofTag.ROOT_NATIVE_STACK
				|| tag == HprofTag.ROOT_THREAD_BLOCK;
	}

}
