package io.github.heapwise.heapgraph;

/**
 * Some of many objects.
 *
 * @param objects numbers of objects
 * @param total how many there are with those left out
 */
public record ObjectPage(int[] objects, long total) {

}
