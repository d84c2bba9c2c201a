package io.github.heapwise.heapgraph;

import java.util.Arrays;

/**
 * Sizes of instances by class: how near the next object is, within what the fields allow.
 */
final class InstanceSizes {

	private static final int UNKNOWN_BYTES = 16;

	private final ClassTable classes;

	private final FieldBytes fields;

	private final ObjectShape shape;

	private final int[] words;

	InstanceSizes(ClassTable classes, FieldBytes fields, ObjectShape shape, SizeEvidence evidence, int classCount) {
		this.classes = classes;
		this.fields = fields;
		this.shape = shape;
		this.words = new int[classCount];
		Arrays.fill(this.words, shape.words(UNKNOWN_BYTES));
		for (int i = 0; i < classes.size(); i++) {
			this.words[i] = size(i, evidence.instanceWords(i));
		}
	}

	/**
	 * Return the most that instances can take, whatever the JVM.
	 * @param classes the classes
	 * @param fields their fields
	 * @param alignmentBytes what sizes are multiples of
	 * @return words of 8 bytes by class
	 */
	static int[] greatestWords(ClassTable classes, FieldBytes fields, int alignmentBytes) {
		ObjectShape largest = ObjectShape.largest(alignmentBytes);
		int[] words = new int[classes.size()];
		for (int i = 0; i < words.length; i++) {
			words[i] = fields.greatestWords(i, largest);
		}
		return words;
	}

	/**
	 * Return what an instance takes.
	 * @param type its class
	 * @return words of 8 bytes
	 */
	int instanceWords(int type) {
		return this.words[type];
	}

	/**
	 * Return what a class itself takes, with its static fields.
	 * @param type the class
	 * @param classClass number of {@code java.lang.Class}
	 * @return words of 8 bytes
	 */
	int mirrorWords(int type, int classClass) {
		int bytes = this.classes.references(type) * this.shape.referenceBytes() + this.classes.staticBytes(type);
		return this.words[classClass] + this.shape.words(bytes);
	}

	private int size(int type, int evidenceWords) {
		int least = this.fields.leastWords(type, this.shape);
		int greatest = this.fields.greatestWords(type, this.shape);
		return (evidenceWords >= least && evidenceWords <= greatest) ? evidenceWords : least;
	}

}
