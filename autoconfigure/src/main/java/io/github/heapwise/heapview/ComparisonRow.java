package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * A class in two dumps. Classes of the same name are one.
 *
 * @param node names its instances in this dump, {@code null} if it has none here
 * @param name the class
 * @param change {@code new}, {@code gone}, {@code grown}, {@code shrunk} or {@code same}
 * @param instances reachable instances in this dump
 * @param baselineInstances those in the other
 * @param deltaInstances how many more there are
 * @param deltaShallowBytes how much more they take
 * @param deltaRetainedBytes how much more they retain
 */
public record ComparisonRow(@Nullable String node, String name, String change, long instances, long baselineInstances,
		long deltaInstances, long deltaShallowBytes, long deltaRetainedBytes) {

}
