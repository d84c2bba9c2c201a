package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * A class loader and what belongs to it.
 *
 * @param node names it, {@code null} for that of the JVM
 * @param className its class
 * @param name its own name, {@code null} if it has none
 * @param parent names the one above it, {@code null} for none or that of the JVM
 * @param classes how many classes it has defined
 * @param duplicateClasses how many of these another loader has defined too
 * @param instances how many reachable objects of its classes there are
 * @param shallowBytes what these take themselves
 * @param retainedBytes what the loader retains
 * @param distance references from the nearest root, 0 if it is not reachable
 */
public record LoaderRow(@Nullable String node, String className, @Nullable String name, @Nullable String parent,
		long classes, long duplicateClasses, long instances, long shallowBytes, long retainedBytes, int distance) {

}
