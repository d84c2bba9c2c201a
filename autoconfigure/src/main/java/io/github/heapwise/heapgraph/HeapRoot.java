package io.github.heapwise.heapgraph;

/**
 * A reason for which an object is alive.
 *
 * @param object number of the object
 * @param kind the reason
 * @param thread number of the thread that holds it, -1 if no known one does
 * @param number depth of the frame that holds it, or serial number of the stack of a
 * thread, as far as the kind has one; -1 for none
 */
public record HeapRoot(int object, RootKind kind, int thread, int number) {

}
