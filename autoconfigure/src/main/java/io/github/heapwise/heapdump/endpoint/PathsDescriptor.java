package io.github.heapwise.heapdump.endpoint;

import java.util.List;

import io.github.heapwise.heapview.MergedPaths;
import io.github.heapwise.heapview.PathNode;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Shortest ways from roots, as JSON.
 *
 * @param node what was asked about
 * @param objects how many objects that are
 * @param examined of how many the ways are shown
 * @param roots where the ways begin, those to most objects first
 */
public record PathsDescriptor(String node, long objects, long examined,
		List<PathNode> roots) implements OperationResponseBody {

	static PathsDescriptor of(MergedPaths paths) {
		return new PathsDescriptor(paths.node(), paths.objects(), paths.examined(), paths.roots());
	}

}
