package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Writes what is kept about classes.
 */
final class ClassFiles {

	private final ClassTable classes;

	private final ClassNumbers numbers;

	private final WorkFiles files;

	private final Ints rows;

	ClassFiles(ClassTable classes, ClassNumbers numbers, WorkFiles files) throws IOException {
		this.classes = classes;
		this.numbers = numbers;
		this.files = files;
		this.rows = files.kept(IndexFiles.CLASSES, (long) numbers.count() * ClassRows.INTS);
	}

	/**
	 * Write what objects take in the heap.
	 * @param columns the objects
	 * @param sizes sizes of instances
	 * @param shape how arrays are laid out
	 * @return sizes and classes by object
	 */
	Kinds writeSizes(SecondPass.Columns columns, InstanceSizes sizes, ObjectShape shape) throws IOException {
		int count = this.numbers.count();
		// Read once an object, so not from a file.
		int[] words = new int[2 * count];
		for (int i = 0; i < count; i++) {
			words[i] = sizes.instanceWords(i);
			ClassRows.putInt(this.rows, i, ClassRows.INSTANCE_WORDS, words[i]);
		}
		for (int i = 0; i < this.classes.size(); i++) {
			words[count + i] = sizes.mirrorWords(i, this.numbers.classClass());
			ClassRows.putInt(this.rows, i, ClassRows.MIRROR_WORDS, words[count + i]);
		}
		int[] arrays = writeArrays(shape);
		return new Kinds(columns.coding(), columns.kinds(), columns.lengths().write(this.files),
				(index) -> arrays[(int) index], (index) -> words[(int) index], shape.alignmentBytes());
	}

	private int[] writeArrays(ObjectShape shape) throws IOException {
		int[] arrays = new int[this.numbers.arrayClassCount() * Kinds.ARRAY_INTS];
		for (int i = 0; i < this.numbers.arrayClassCount(); i++) {
			int type = this.numbers.elementType(i);
			arrays[i * Kinds.ARRAY_INTS] = this.numbers.classOfArray(i);
			arrays[i * Kinds.ARRAY_INTS + 1] = shape.arrayHeaderBytes()[type];
			arrays[i * Kinds.ARRAY_INTS + 2] = shape.elementBytes(type);
		}
		Ints kept = this.files.kept(IndexFiles.ARRAYS, arrays.length);
		for (int i = 0; i < arrays.length; i++) {
			kept.put(i, arrays[i]);
		}
		return arrays;
	}

	/**
	 * Write the rest.
	 * @param index the objects
	 * @param totals sums by class
	 */
	void write(ObjectIndex index, ClassTotals totals) throws IOException {
		Texts texts = this.classes.names().texts();
		byte[] names = texts.toByteArray();
		byte[] extraNames = String.join("", ClassNumbers.EXTRA_NAMES).getBytes(StandardCharsets.UTF_8);
		try (OutputStream out = Files.newOutputStream(this.files.file(IndexFiles.NAMES))) {
			out.write(names);
			out.write(extraNames);
		}
		for (int i = 0; i < this.classes.size(); i++) {
			writeClass(i, texts, index);
		}
		int start = names.length;
		for (int i = 0; i < ClassNumbers.EXTRA_NAMES.size(); i++) {
			int length = ClassNumbers.EXTRA_NAMES.get(i).length();
			writeName(this.classes.size() + i, start, length);
			start += length;
		}
		for (int i = 0; i < this.numbers.count(); i++) {
			writeTotals(i, totals);
		}
		writeFields(texts);
	}

	private void writeClass(int type, Texts texts, ObjectIndex index) {
		int text = this.classes.names().textNumber(this.classes.id(type));
		if (text >= 0) {
			writeName(type, texts.start(text), texts.length(text));
		}
		ClassRows.putLong(this.rows, type, ClassRows.ID, this.classes.id(type));
		ClassRows.putInt(this.rows, type, ClassRows.SUPER, this.classes.superOf(type) + 1);
		ClassRows.putInt(this.rows, type, ClassRows.OBJECT, index.number(this.classes.id(type)) + 1);
		long loader = this.classes.loaderId(type);
		ClassRows.putInt(this.rows, type, ClassRows.LOADER, (loader != 0) ? index.number(loader) + 1 : 0);
		int firstField = this.classes.firstField(type);
		ClassRows.putInt(this.rows, type, ClassRows.FIRST_FIELD, firstField);
		ClassRows.putInt(this.rows, type, ClassRows.FIELDS, this.classes.endOfFields(type) - firstField);
		ClassRows.putInt(this.rows, type, ClassRows.STATIC_FIELDS, this.classes.staticFields(type));
	}

	private void writeName(int type, int start, int length) {
		ClassRows.putInt(this.rows, type, ClassRows.NAME_START, start);
		ClassRows.putInt(this.rows, type, ClassRows.NAME_BYTES, length);
	}

	private void writeTotals(int type, ClassTotals totals) {
		ClassRows.putLong(this.rows, type, ClassRows.INSTANCES, totals.instances(type));
		ClassRows.putLong(this.rows, type, ClassRows.SHALLOW_WORDS, totals.shallowWords(type));
		ClassRows.putLong(this.rows, type, ClassRows.RETAINED_WORDS, totals.retainedWords(type));
		ClassRows.putInt(this.rows, type, ClassRows.DISTANCE, totals.distance(type));
		ClassRows.putLong(this.rows, type, ClassRows.UNREACHABLE_INSTANCES, totals.unreachableInstances(type));
		ClassRows.putLong(this.rows, type, ClassRows.UNREACHABLE_WORDS, totals.unreachableWords(type));
	}

	private void writeFields(Texts texts) throws IOException {
		int count = this.classes.fieldCount();
		Ints fields = this.files.kept(IndexFiles.FIELDS, (long) count * ClassRows.FIELD_INTS);
		for (int i = 0; i < count; i++) {
			int text = this.classes.fieldText(i);
			fields.put((long) i * ClassRows.FIELD_INTS, (text >= 0) ? texts.start(text) : 0);
			fields.put((long) i * ClassRows.FIELD_INTS + 1, (text >= 0) ? texts.length(text) : 0);
			fields.put((long) i * ClassRows.FIELD_INTS + 2, this.classes.fieldType(i));
		}
	}

}
