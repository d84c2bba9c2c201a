package io.github.heapwise.heapview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A step on the shortest ways from roots to objects. Ways are merged as long as they are
 * the same.
 *
 * @param object the object here
 * @param field field by which the one above refers to it, {@code null} for a root and
 * where it is not known
 * @param omitted how many objects between it and the one above are left out; then the
 * field is that of the last of these
 * @param root why it is alive, {@code null} if it is no root
 * @param targets how many of the objects asked about are reached by here
 * @param targetBytes what these retain together, at most
 * @param children the next steps, those to most objects first; where they lead to fewer
 * objects together, and this is none of those asked about, the rest is not shown
 */
public record PathNode(ObjectRow object, @Nullable String field, long omitted, @Nullable RootRow root, long targets,
		long targetBytes, List<PathNode> children) {

	public PathNode {
		children = List.copyOf(children);
	}

}
