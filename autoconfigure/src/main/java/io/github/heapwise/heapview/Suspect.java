package io.github.heapwise.heapview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that holds a large part of the heap.
 *
 * @param kind {@code object} for a single one, {@code class} for many instances that hold
 * much together
 * @param sentence what it is, what holds it, how many and how much, for a human
 * @param object the object, or of a class the instance that retains most
 * @param classNode names all instances of its class
 * @param className the class
 * @param instances how many instances of it there are
 * @param retainedBytes what the object, or the class, retains
 * @param retainedRatio the same as a part of all that is reachable
 * @param accumulation the object below it where it gathers: the nearest one whose
 * children are small, {@code null} for a class
 * @param path from a root to the accumulation point, or to the object; long ones with the
 * middle left out
 * @param held what gathers, by class, the largest first; at most 5
 * @param growth how it changed since an earlier dump, {@code null} where none was given
 */
public record Suspect(String kind, String sentence, ObjectRow object, String classNode, String className,
		long instances, long retainedBytes, double retainedRatio, @Nullable ObjectRow accumulation, List<PathStep> path,
		List<HeldClass> held, @Nullable Growth growth) {

	public Suspect {
		path = List.copyOf(path);
		held = List.copyOf(held);
	}

	/**
	 * A step on the way to what is suspected.
	 *
	 * @param node names the object
	 * @param className its class, or the class that it stands for
	 * @param field field by which the one before refers to it, {@code null} for a root
	 * @param omitted how many objects between it and the one before are left out
	 */
	public record PathStep(String node, String className, @Nullable String field, long omitted) {

	}

	/**
	 * Objects of a class below an accumulation point.
	 *
	 * @param classNode names all instances of the class
	 * @param className the class
	 * @param objects how many of them are below
	 * @param shallowBytes what they take themselves
	 * @param retainedBytes what those that the point dominates immediately retain
	 */
	public record HeldClass(String classNode, String className, long objects, long shallowBytes, long retainedBytes) {

	}

	/**
	 * How a suspect changed.
	 *
	 * @param deltaBytes what its class retains more than in the earlier dump
	 * @param deltaObjects how many objects more there are of the class that it holds most
	 * of
	 * @param millis time between the dumps
	 */
	public record Growth(long deltaBytes, long deltaObjects, long millis) {

	}

}
