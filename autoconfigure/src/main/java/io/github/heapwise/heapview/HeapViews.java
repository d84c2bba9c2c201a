package io.github.heapwise.heapview;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * All that can be asked of a dump that has been analysed. Objects and classes of a dump
 * keep their names, see {@link HeapNode}, as long as its file is the same.
 * <p>
 * Safe for use from any thread. An answer takes less than 200 ms for a dump of 1 GB.
 */
public interface HeapViews {

	/**
	 * Return all classes with reachable instances.
	 * @param query which page; sorts by {@code name}, {@code instances},
	 * {@code shallowBytes}, {@code retainedBytes} (usual) or {@code distance}
	 * @return the classes
	 */
	Table<ClassRow> classes(TableQuery query) throws IOException;

	/**
	 * Return the reachable instances of a class, those that retain most first.
	 * @param type the class
	 * @param query which page; neither sorts nor filters
	 * @return the instances; the first 50,000 can be asked for
	 * @throws UnknownNodeException if there is no such class
	 */
	Table<ObjectRow> instances(HeapNode.AllInstances type, TableQuery query) throws IOException;

	/**
	 * Return what an object dominates immediately, those that retain most first.
	 * @param object the object, {@code null} for what no object dominates
	 * @param query which page; neither sorts nor filters
	 * @return the dominated objects; the first 50,000 can be asked for
	 * @throws UnknownNodeException if there is no such object
	 */
	Table<ObjectRow> dominators(HeapNode.@Nullable AnObject object, TableQuery query) throws IOException;

	/**
	 * Return an object from near.
	 * @param object the object
	 * @param query which page of its elements; filters fields by their names
	 * @return the object
	 * @throws UnknownNodeException if there is no such object
	 */
	ObjectDetail object(HeapNode.AnObject object, TableQuery query) throws IOException;

	/**
	 * Return what refers to an object, by strong references.
	 * @param object the object
	 * @param query which page; neither sorts nor filters
	 * @return the referring objects in the order of their addresses; what is no field is
	 * in angle brackets: {@code <class>}, {@code <superclass>}, {@code <class loader>},
	 * {@code <local variable>}
	 * @throws UnknownNodeException if there is no such object
	 */
	Table<ReferrerRow> incoming(HeapNode.AnObject object, TableQuery query) throws IOException;

	/**
	 * Return shortest ways from roots. Of many instances a thousand are looked at, evenly
	 * spread; shown are 300 steps at most, those first that lead to most.
	 * @param node to where: an object, or all instances of a class
	 * @return the ways, none to what is not reachable
	 * @throws UnknownNodeException if there is no such object or class
	 */
	MergedPaths paths(HeapNode node) throws IOException;

	/**
	 * Return what holds large parts of the heap.
	 * @param earlier an earlier dump of the same application, {@code null} for none
	 * @return the suspects
	 */
	Suspects suspects(@Nullable HeapViews earlier) throws IOException;

	/**
	 * Return texts that are there several times.
	 * @param query which page; sorts by {@code wastedBytes} (usual), {@code bytes},
	 * {@code copies} or {@code length}
	 * @return the texts
	 */
	Duplicates duplicates(TableQuery query) throws IOException;

	/**
	 * Return how full collections are, by class.
	 * @param query which page; sorts by {@code wastedBytes} (usual), {@code instances},
	 * {@code empty}, {@code sparse}, {@code fillRatio} or {@code className}
	 * @return the classes
	 */
	CollectionFill collections(TableQuery query) throws IOException;

	/**
	 * Return class loaders.
	 * @param query which page; sorts by {@code retainedBytes} (usual), {@code classes},
	 * {@code duplicateClasses}, {@code instances} or {@code className}
	 * @return the loaders
	 */
	Table<LoaderRow> loaders(TableQuery query) throws IOException;

	/**
	 * Return threads.
	 * @param query which page; sorts by {@code heldBytes} (usual) or {@code name}
	 * @return the threads
	 */
	Table<ThreadRow> threads(TableQuery query) throws IOException;

	/**
	 * Return what nothing holds any more, by class.
	 * @param query which page; sorts by {@code shallowBytes} (usual), {@code instances}
	 * or {@code name}
	 * @return the classes
	 */
	Table<UnreachableRow> unreachable(TableQuery query) throws IOException;

	/**
	 * Compare with another dump, by class.
	 * @param baseline the other dump
	 * @param query which page; sorts by {@code deltaRetainedBytes},
	 * {@code deltaShallowBytes} (usual), {@code deltaInstances} or {@code name}; numbers
	 * by how far they are from 0
	 * @return classes that differ
	 */
	Table<ComparisonRow> compare(HeapViews baseline, TableQuery query) throws IOException;

}
