package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object, a static one of a class, or an element of an array.
 *
 * @param name name of the field, or index of the element
 * @param declaringClass the class that declares it
 * @param type its type as declared: {@code int}, {@code object}
 * @param value the value of a primitive, {@code null} for a reference and where values
 * are not to be shown
 * @param object what it refers to, {@code null} for nothing, a primitive, and for what is
 * not in the dump
 * @param holds whether that is kept alive by it; not by weak, soft and phantom references
 */
public record FieldRow(String name, String declaringClass, String type, @Nullable String value,
		@Nullable ObjectRow object, boolean holds) {

}
