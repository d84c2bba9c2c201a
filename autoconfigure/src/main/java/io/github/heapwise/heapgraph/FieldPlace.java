package io.github.heapwise.heapgraph;

/**
 * Where in the record of an instance a field is.
 *
 * @param offset bytes from the first field on
 * @param type one of {@link io.github.heapwise.hprof.BasicType}
 */
public record FieldPlace(int offset, int type) {

}
