package io.github.heapwise.hprof;

import java.io.IOException;
import java.util.BitSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the texts that name threads: from every thread by {@code Thread.name} to a string
 * and by {@code String.value} to its array.
 */
final class ThreadNames {

	/**
	 * What has to be recognized in the dump.
	 */
	static final Set<String> NAMES = Set.of("java.lang.Thread", "java.lang.String", "name", "value");

	// Of more threads, names are erased.
	private static final int MAX_OBJECTS = 1 << 18;

	private @Nullable Field name;

	private @Nullable Field value;

	/**
	 * Look at a reference that a class declares.
	 * @param classId id of the class
	 * @param className name of the class, {@code null} for one that is not in
	 * {@link #NAMES}
	 * @param field name of the field, {@code null} likewise
	 * @param offset bytes of the fields that the class declares before
	 */
	void learn(long classId, @Nullable String className, @Nullable String field, int offset) {
		if ("java.lang.Thread".equals(className) && "name".equals(field)) {
			this.name = new Field(classId, offset);
		}
		if ("java.lang.String".equals(className) && "value".equals(field)) {
			this.value = new Field(classId, offset);
		}
	}

	/**
	 * Find the texts. Reads the dump twice.
	 * @param file the dump
	 * @param range what of it is whole
	 * @param layouts layouts of its classes
	 * @param cancel asked once a window
	 * @return ids of strings and their arrays
	 */
	LongIndex find(HprofFile file, HprofRange range, FieldLayouts layouts, CancelSignal cancel) throws IOException {
		LongIndex found = new LongIndex(MAX_OBJECTS);
		if (this.name != null && this.value != null) {
			try (HprofReader reader = file.read(range, cancel)) {
				follow(this.name, reader, layouts, null, found);
			}
			try (HprofReader reader = file.read(range, cancel)) {
				follow(this.value, reader, layouts, found, found);
			}
		}
		return found;
	}

	private static void follow(Field field, HprofReader reader, FieldLayouts layouts, @Nullable LongIndex sources,
			LongIndex targets) throws IOException {
		int declaring = layouts.numberOf(field.classId());
		BitSet classes = layouts.withDescendants(declaring);
		for (HprofElement element = reader.next(); element != null; element = reader.next()) {
			if (element == HprofElement.INSTANCE && (sources == null || sources.contains(reader.id()))) {
				int number = layouts.numberOf(reader.classId());
				boolean known = number != FieldLayouts.NONE && classes.get(number)
						&& layouts.instanceBytes(number) == reader.bodyBytes();
				if (known) {
					reader.body().skip(reader.bodyBytes() - layouts.instanceBytes(declaring) + field.offset());
					targets.add(reader.body().id());
				}
			}
		}
	}

	private record Field(long classId, int offset) {

	}

}
