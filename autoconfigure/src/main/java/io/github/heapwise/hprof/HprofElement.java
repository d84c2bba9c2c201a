package io.github.heapwise.hprof;

/**
 * What a {@link HprofReader} stops at, and which of the reader's values it sets. The body
 * is what of the element has no value of its own.
 */
public enum HprofElement {

	/**
	 * A text: {@code id}. Body: modified UTF-8.
	 */
	UTF8,

	/**
	 * The name of a class: {@code serial}, {@code id}, {@code nameId}.
	 */
	LOAD_CLASS,

	/**
	 * A frame of a stack: {@code id}, {@code nameId} of its method, {@code signatureId},
	 * {@code sourceId}, {@code serial} of its class, {@code number} of the line.
	 */
	FRAME,

	/**
	 * A stack: {@code serial}, {@code threadSerial}, {@code count} of frames. Body: their
	 * ids.
	 */
	TRACE,

	/**
	 * A thread that started: {@code serial}, {@code id}. Body: ids of its name, of the
	 * name of its group, and of that of the group above.
	 */
	START_THREAD,

	/**
	 * A record of any other tag. Body: all of it.
	 */
	OTHER,

	/**
	 * The start of a part of the heap; the records within follow as elements.
	 */
	SEGMENT,

	/**
	 * What keeps an object alive: {@code tag}, {@code id}, and where it has them
	 * {@code threadSerial} and {@code number} of the frame or stack.
	 */
	ROOT,

	/**
	 * A class: {@code id}, {@code superId}, {@code loaderId}, {@code instanceBytes}. Its
	 * constants, static and instance fields follow as elements.
	 */
	CLASS,

	/**
	 * An entry in the constant pool of the class: {@code type}. Body: the value.
	 */
	CONSTANT,

	/**
	 * A static field of the class: {@code nameId}, {@code type}. Body: the value.
	 */
	STATIC_FIELD,

	/**
	 * An instance field that the class itself declares: {@code nameId}, {@code type}.
	 */
	INSTANCE_FIELD,

	/**
	 * An object that is no array: {@code id}, {@code classId}. Body: values of its
	 * fields, those of its class first, those of {@code Object} last.
	 */
	INSTANCE,

	/**
	 * An array of references: {@code id}, {@code classId} of the array, {@code count}.
	 * Body: ids.
	 */
	OBJECT_ARRAY,

	/**
	 * An array of primitives: {@code id}, {@code type}, {@code count}. Body: values.
	 */
	PRIMITIVE_ARRAY

}
