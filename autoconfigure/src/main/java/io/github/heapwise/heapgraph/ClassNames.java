package io.github.heapwise.heapgraph;

import java.util.Arrays;
import java.util.Collection;

import io.github.heapwise.hprof.HprofReader;
import io.github.heapwise.hprof.LongIndex;
import org.jspecify.annotations.Nullable;

/**
 * How classes are called, by their ids. Several may have the same name, loaded by
 * different loaders.
 */
final class ClassNames {

	private final LongIndex ids = new LongIndex(ClassTable.MAX_CLASSES);

	private int[] textNumbers = new int[64];

	private final Texts texts = new Texts();

	/**
	 * Note the name of a class.
	 * @param reader at the load of the class
	 */
	void add(HprofReader reader) {
		int number = this.ids.add(reader.id());
		if (number == LongIndex.ABSENT) {
			return;
		}
		if (number == this.textNumbers.length) {
			this.textNumbers = Arrays.copyOf(this.textNumbers, 2 * number);
		}
		this.textNumbers[number] = this.texts.want(reader.nameId());
	}

	/**
	 * Return the name of a class.
	 * @param classId its id
	 * @return the name as in class files, such as {@code java/lang/String} or {@code [I};
	 * {@code null} if it is not known
	 */
	@Nullable String name(long classId) {
		return this.texts.text(textNumber(classId));
	}

	/**
	 * Find the classes of some names.
	 * @param wanted names as in class files
	 * @return ids of all classes of these names
	 */
	LongIndex idsOf(Collection<String> wanted) {
		LongIndex found = new LongIndex(ClassTable.MAX_CLASSES);
		for (int i = 0; i < this.ids.size(); i++) {
			String name = this.texts.text(this.textNumbers[i]);
			if (name != null && wanted.contains(name)) {
				found.add(this.ids.idAt(i));
			}
		}
		return found;
	}

	/**
	 * Return which text names a class.
	 * @param classId its id
	 * @return number among the texts, {@link LongIndex#ABSENT} if there is none
	 */
	int textNumber(long classId) {
		int number = this.ids.indexOf(classId);
		return (number != LongIndex.ABSENT) ? this.textNumbers[number] : LongIndex.ABSENT;
	}

	/**
	 * Return the texts of names of classes, to which those of other names may be added.
	 * @return the texts
	 */
	Texts texts() {
		return this.texts;
	}

}
