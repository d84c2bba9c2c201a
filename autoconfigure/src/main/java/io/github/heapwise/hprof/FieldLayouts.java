package io.github.heapwise.hprof;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which bytes of an object are whose: for every class the fields it declares as runs of
 * bytes to keep and bytes to erase, and the class above.
 * <p>
 * Built class by class, then resolved, since a class may be dumped before the one above
 * it. A class that is dumped twice, that misses one above it or that is above itself has
 * no layout. 30 to 50 bytes a class.
 */
final class FieldLayouts {

	/**
	 * What stands for the number of a class that has no known layout.
	 */
	static final int NONE = -1;

	// Not resolved yet.
	private static final int OPEN = -2;

	// Being resolved: found again, it is above itself.
	private static final int ENTERED = -3;

	// More than any JVM loads.
	private static final int MAX_CLASSES = 1 << 20;

	private static final int MAX_RUNS = 1 << 22;

	private final LongIndex classes = new LongIndex(MAX_CLASSES);

	private long[] superIds = new long[64];

	// Where the runs of a class start; those of the next class start where they end.
	private int[] firstRun = new int[65];

	// Bytes shifted left by one, plus 1 for those to erase.
	private int[] runs = new int[256];

	private int runCount;

	private int[] aboveWithFields = {};

	private int[] above = {};

	private int[] instanceBytes = {};

	private int[] declaredBytes = new int[64];

	private boolean open;

	/**
	 * Begin a class. Its fields follow.
	 * @param id its id
	 * @param superId id of the class above, 0 for none
	 * @return whether there is room for it
	 */
	boolean beginClass(long id, long superId) {
		int known = this.classes.size();
		int number = this.classes.add(id);
		this.open = number == known;
		if (this.open) {
			this.superIds = withRoom(this.superIds, number);
			this.declaredBytes = withRoom(this.declaredBytes, number);
			this.firstRun = withRoom(this.firstRun, number + 1);
			this.superIds[number] = superId;
			this.firstRun[number + 1] = this.runCount;
		}
		else if (number != LongIndex.ABSENT) {
			// Nobody can say which of the two it is, so it becomes one above itself.
			this.superIds[number] = id;
		}
		return number != LongIndex.ABSENT;
	}

	/**
	 * Add a field to the class begun last.
	 * @param bytes size of the field
	 * @param erased whether it is to be erased
	 * @return whether there is room for it
	 */
	boolean addField(int bytes, boolean erased) {
		if (!this.open) {
			return true;
		}
		int number = this.classes.size() - 1;
		int kind = erased ? 1 : 0;
		boolean continues = this.runCount > this.firstRun[number] && (this.runs[this.runCount - 1] & 1) == kind;
		if (!continues) {
			if (this.runCount == MAX_RUNS) {
				return false;
			}
			this.runs = withRoom(this.runs, this.runCount);
			this.runs[this.runCount++] = kind;
		}
		this.runs[this.runCount - 1] += bytes << 1;
		this.declaredBytes[number] += bytes;
		this.firstRun[number + 1] = this.runCount;
		return true;
	}

	/**
	 * Return how many bytes the fields of the class begun last take so far.
	 * @return bytes of the fields it declares itself
	 */
	int declaredBytes() {
		return this.declaredBytes[this.classes.size() - 1];
	}

	/**
	 * Find out what the objects of every class look like. Linear in the number of
	 * classes.
	 */
	void resolve() {
		int count = this.classes.size();
		this.above = new int[count];
		this.aboveWithFields = new int[count];
		this.instanceBytes = new int[count];
		Arrays.fill(this.instanceBytes, OPEN);
		for (int i = 0; i < count; i++) {
			this.above[i] = (this.superIds[i] != 0) ? numberOf(this.superIds[i]) : NONE;
		}
		int[] path = new int[count];
		for (int i = 0; i < count; i++) {
			resolve(i, path);
		}
	}

	/**
	 * Return the number of a class.
	 * @param classId id of the class
	 * @return its number, {@link #NONE} if there is none
	 */
	int numberOf(long classId) {
		return this.classes.indexOf(classId);
	}

	/**
	 * Return what the fields of an object take.
	 * @param number number of its class
	 * @return bytes, those of all classes above included; {@link #NONE} if not known
	 */
	int instanceBytes(int number) {
		return this.instanceBytes[number];
	}

	/**
	 * Return the class whose fields follow those of a class.
	 * @param number number of the class
	 * @return the next class above that has fields, {@link #NONE} if there is none
	 */
	int aboveWithFields(int number) {
		return this.aboveWithFields[number];
	}

	int firstRun(int number) {
		return this.firstRun[number];
	}

	int endOfRuns(int number) {
		return this.firstRun[number + 1];
	}

	int runBytes(int run) {
		return this.runs[run] >>> 1;
	}

	boolean erased(int run) {
		return (this.runs[run] & 1) != 0;
	}

	/**
	 * Return a class and all that are below it. Linear in the number of classes.
	 * @param number number of the class
	 * @return numbers of classes
	 */
	BitSet withDescendants(int number) {
		BitSet known = new BitSet();
		BitSet found = new BitSet();
		known.set(number);
		found.set(number);
		for (int i = 0; i < this.above.length; i++) {
			int top = i;
			while (top != NONE && !known.get(top)) {
				known.set(top);
				top = this.above[top];
			}
			boolean below = top != NONE && found.get(top);
			for (int c = i; below && c != top; c = this.above[c]) {
				found.set(c);
			}
		}
		return found;
	}

	private void resolve(int number, int[] path) {
		int length = 0;
		int top = number;
		while (top != NONE && this.instanceBytes[top] == OPEN) {
			this.instanceBytes[top] = ENTERED;
			path[length++] = top;
			top = this.above[top];
		}
		for (int i = length - 1; i >= 0; i--) {
			resolve(path[i], this.above[path[i]]);
		}
	}

	private void resolve(int number, int above) {
		int bytesAbove = (this.superIds[number] != 0) ? bytesOf(above) : 0;
		long bytes = (long) bytesAbove + this.declaredBytes[number];
		boolean known = bytesAbove >= 0 && bytes <= Integer.MAX_VALUE;
		this.instanceBytes[number] = known ? (int) bytes : NONE;
		boolean skipped = above != NONE && this.declaredBytes[above] == 0;
		this.aboveWithFields[number] = skipped ? this.aboveWithFields[above] : above;
	}

	private int bytesOf(int number) {
		return (number != NONE) ? this.instanceBytes[number] : NONE;
	}

	private static int[] withRoom(int[] array, int index) {
		return (index < array.length) ? array : Arrays.copyOf(array, 2 * array.length);
	}

	private static long[] withRoom(long[] array, int index) {
		return (index < array.length) ? array : Arrays.copyOf(array, 2 * array.length);
	}

}
