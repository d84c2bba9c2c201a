package io.github.heapwise.allocation;

/**
 * Sees estimates cell by cell.
 */
@FunctionalInterface
interface ScaledCellVisitor {

	/**
	 * Called for every estimate.
	 * @param group thread group, {@link GroupScaling#REST} for what no group is known for
	 * @param route number of the route, {@code RouteTable.NONE} if it belongs to none
	 * @param node node of the tree
	 * @param bytes estimated bytes
	 * @param objects estimated objects
	 * @param samples samples it rests on, 0 if none
	 */
	void cell(int group, int route, int node, double bytes, double objects, int samples);

}
