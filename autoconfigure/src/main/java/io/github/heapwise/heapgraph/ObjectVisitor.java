package io.github.heapwise.heapgraph;

/**
 * Is shown objects one after the other, without one made for each of them.
 */
@FunctionalInterface
public interface ObjectVisitor {

	/**
	 * See a reachable object.
	 * @param object number of the object
	 * @param type number of its class
	 * @param shallowBytes what it takes itself
	 * @param retainedBytes what would be collectable without it
	 * @param dominator number of the object that dominates it, -1 if no single one does
	 */
	void visit(int object, int type, long shallowBytes, long retainedBytes, int dominator);

}
