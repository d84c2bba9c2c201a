package io.github.heapwise.heapview;

import java.util.List;

/**
 * What refers to an object.
 *
 * @param object what refers to it
 * @param fields by which fields or elements, at most 8
 */
public record ReferrerRow(ObjectRow object, List<String> fields) {

	public ReferrerRow {
		fields = List.copyOf(fields);
	}

}
