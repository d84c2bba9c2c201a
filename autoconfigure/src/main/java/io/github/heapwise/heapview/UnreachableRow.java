package io.github.heapwise.heapview;

/**
 * Objects of a class that nothing holds and the collector has not taken yet.
 *
 * @param node names all instances of the class
 * @param name the class
 * @param instances how many
 * @param shallowBytes what they take
 */
public record UnreachableRow(String node, String name, long instances, long shallowBytes) {

}
