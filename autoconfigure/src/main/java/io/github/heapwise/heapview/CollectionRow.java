package io.github.heapwise.heapview;

/**
 * How full the collections of a class are.
 *
 * @param classNode names all its instances
 * @param className the class: a map, a list, a set, a queue, or an array of references
 * @param kind {@code map}, {@code list}, {@code set}, {@code queue} or {@code array}
 * @param instances how many reachable ones there are
 * @param empty how many hold nothing
 * @param sparse how many more are filled to less than a quarter
 * @param elements what they hold together
 * @param slots what they have room for
 * @param fillRatio part of the room that is taken
 * @param wastedBytes what the free room takes, and empty ones take
 * @param worst names the one that wastes most
 * @param worstWastedBytes how much that one wastes
 */
public record CollectionRow(String classNode, String className, String kind, long instances, long empty, long sparse,
		long elements, long slots, double fillRatio, long wastedBytes, String worst, long worstWastedBytes) {

}
