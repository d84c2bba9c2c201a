package io.github.heapwise.heapdump.endpoint;

import java.util.List;

import io.github.heapwise.heapview.FieldRow;
import io.github.heapwise.heapview.ObjectDetail;
import io.github.heapwise.heapview.ObjectRow;
import io.github.heapwise.heapview.RootRow;
import io.github.heapwise.heapview.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An object from near, as JSON.
 *
 * @param object the object
 * @param classNode names all instances of its class
 * @param loader class and address of the loader of its class, {@code null} for that of
 * the JVM
 * @param roots why it is alive by itself, none if it is not
 * @param dominators the objects without which it would be collectable, the nearest first
 * @param valuesShown whether values of primitives and texts are shown
 * @param fields its fields, or a page of its elements
 * @param page number of this page, from 1 on
 * @param pages how many pages there are
 * @param totalRows how many fields or elements it has
 */
public record ObjectDescriptor(ObjectRow object, String classNode, @Nullable String loader, List<RootRow> roots,
		List<ObjectRow> dominators, boolean valuesShown, List<FieldRow> fields, int page, int pages,
		long totalRows) implements OperationResponseBody {

	static ObjectDescriptor of(ObjectDetail detail) {
		Table<FieldRow> fields = detail.fields();
		return new ObjectDescriptor(detail.object(), detail.classNode(), detail.loader(), detail.roots(),
				detail.dominators(), detail.valuesShown(), fields.rows(), fields.page(), fields.pages(),
				fields.totalRows());
	}

}
