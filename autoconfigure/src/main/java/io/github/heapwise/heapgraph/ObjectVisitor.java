package io.github.heapwise.heapgraph;

/**
 * Is shown objects one after the other, without one made for each of them.
 */
@FunctionalInterface
public interface ObjectVisitor {

	/**
	 * See a reachable object.
	 * @param object number of the object
	 * @param retainedBytes what would be collectable without it
	 * @param dominator number of the object that dominates it, -1 if no single one does
	 */
	void visit(int object, long retainedBytes, int dominator);

}
