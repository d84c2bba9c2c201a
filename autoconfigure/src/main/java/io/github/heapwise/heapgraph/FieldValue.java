package io.github.heapwise.heapgraph;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object, or an element of an array of references.
 *
 * @param name name of the field, or index of the element
 * @param declaringClass number of the class that declares the field, or of the array
 * @param type one of {@link io.github.heapwise.hprof.BasicType}
 * @param object number of the object it refers to, -1 if it is {@code null}, no
 * reference, or refers to what is not in the dump
 * @param primitive the value, {@code null} for a reference
 */
public record FieldValue(String name, int declaringClass, int type, int object, @Nullable Object primitive) {

}
