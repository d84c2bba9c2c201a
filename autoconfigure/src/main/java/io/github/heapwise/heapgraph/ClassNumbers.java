package io.github.heapwise.heapgraph;

import java.util.BitSet;
import java.util.List;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.LongIndex;

/**
 * Which numbers classes have: those of the dump, and behind them a few that every dump
 * needs although it may have no record of them.
 */
final class ClassNumbers {

	/**
	 * Names of the classes behind those of the dump, in their order.
	 */
	static final List<String> EXTRA_NAMES = List.of("[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J", "java/lang/Class",
			"unknown class");

	private static final String HIDDEN_CLASS = ".*[+./]0x[0-9a-f]+";

	private static final int FIRST_TYPE = BasicType.BOOLEAN;

	private static final int TYPES = 8;

	private final ClassTable classes;

	private final LongIndex arrayClassIds;

	private final int[] extra = new int[EXTRA_NAMES.size()];

	/**
	 * Number the classes.
	 * @param classes classes of the dump
	 * @param arrayClassIds which of them arrays of references are of
	 */
	ClassNumbers(ClassTable classes, LongIndex arrayClassIds) {
		this.classes = classes;
		this.arrayClassIds = arrayClassIds;
		for (int i = 0; i < this.extra.length; i++) {
			this.extra[i] = classes.size() + i;
		}
		for (int i = 0; i < classes.size(); i++) {
			int found = EXTRA_NAMES.indexOf(String.valueOf(classes.name(i)));
			if (found >= 0 && this.extra[found] >= classes.size()) {
				this.extra[found] = i;
			}
		}
	}

	int count() {
		return this.classes.size() + this.extra.length;
	}

	int classClass() {
		return this.extra[TYPES];
	}

	/**
	 * Return what stands for classes that the dump does not have.
	 * @return number of a class
	 */
	int unknown() {
		return this.extra[TYPES + 1];
	}

	/**
	 * Return how many classes of arrays there are.
	 * @return classes of arrays of references, and of primitives behind them
	 */
	int arrayClassCount() {
		return this.arrayClassIds.size() + TYPES;
	}

	/**
	 * Return the number that arrays have among the classes of arrays.
	 * @param classId id of their class
	 * @return the number
	 */
	int referenceArray(long classId) {
		return this.arrayClassIds.indexOf(classId);
	}

	int primitiveArray(int type) {
		return this.arrayClassIds.size() + type - FIRST_TYPE;
	}

	/**
	 * Return the class of arrays.
	 * @param array number among the classes of arrays
	 * @return number of the class
	 */
	int classOfArray(int array) {
		int references = this.arrayClassIds.size();
		if (array >= references) {
			return this.extra[array - references];
		}
		int type = this.classes.numberOf(this.arrayClassIds.idAt(array));
		return (type != ClassTable.NONE) ? type : unknown();
	}

	/**
	 * Return what arrays consist of.
	 * @param array number among the classes of arrays
	 * @return type of the elements
	 */
	int elementType(int array) {
		int references = this.arrayClassIds.size();
		return (array < references) ? BasicType.OBJECT : array - references + FIRST_TYPE;
	}

	/**
	 * Find the classes that the JVM never unloads: those of loaders it never gives up,
	 * but for hidden ones.
	 * @param permanentLoaders ids of these loaders besides the first one, which has none
	 * @return numbers of classes
	 */
	BitSet permanent(LongIndex permanentLoaders) {
		BitSet permanent = new BitSet();
		for (int i = 0; i < this.classes.size(); i++) {
			long loader = this.classes.loaderId(i);
			String name = String.valueOf(this.classes.name(i));
			boolean kept = loader == 0 || permanentLoaders.contains(loader);
			permanent.set(i, kept && !(name.contains("0x") && name.matches(HIDDEN_CLASS)));
		}
		return permanent;
	}

}
