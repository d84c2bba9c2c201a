package io.github.heapwise.heapgraph;

/**
 * Names of the files of an index. By object, if nothing else is said.
 */
final class IndexFiles {

	static final String BITMAP = "bitmap";

	static final String RANKS = "ranks";

	/**
	 * By chunk of the bitmap: its address in two integers, its place, how many objects
	 * are before.
	 */
	static final String CHUNKS = "chunks";

	static final int CHUNK_INTS = 4;

	static final String KINDS = "kinds";

	/**
	 * Pairs of an array and its length.
	 */
	static final String LENGTHS = "lengths";

	static final String POSITIONS = "positions";

	static final String HIGH_POSITIONS = "positions-high";

	static final String STARTS = "starts";

	static final String EDGES = "edges";

	/**
	 * By block of references: the least and the greatest object whose they are, each plus
	 * 1.
	 */
	static final String OWNERS = "owners";

	static final String ROOTS = "roots";

	static final String DISTANCES = "distances";

	static final String HOLDERS = "holders";

	static final String DOMINATORS = "dominators";

	static final String RETAINED = "retained";

	static final String HIGH_RETAINED = "retained-high";

	/**
	 * Objects by what dominates them.
	 */
	static final String DOMINATED = "dominated";

	/**
	 * By class of arrays.
	 */
	static final String ARRAYS = "arrays";

	/**
	 * By class.
	 */
	static final String CLASSES = "classes";

	/**
	 * By field.
	 */
	static final String FIELDS = "fields";

	/**
	 * Names of classes and fields.
	 */
	static final String NAMES = "names";

	private IndexFiles() {
	}

}
