package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;

/**
 * A built dump to look at, by the names that its builder has for the objects.
 */
final class ViewedDump implements Closeable {

	final IndexedHeapViews views;

	private final HeapDumpBuilder dump;

	ViewedDump(HeapDumpBuilder dump, Path directory, boolean showValues) {
		this.dump = dump;
		try {
			this.views = open(dump.writeTo(Files.createTempDirectory(directory, "dump")), showValues);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ViewedDump of(HeapDumpBuilder dump, Path directory) {
		return new ViewedDump(dump, directory, true);
	}

	static IndexedHeapViews open(Path file, boolean showValues) throws IOException {
		HeapIndexer.index(file, 1, CancelSignal.NEVER, (ratio) -> {
		});
		return IndexedHeapViews.open(file, showValues);
	}

	HeapNode.AnObject object(String name) {
		return new HeapNode.AnObject(this.dump.idOf(name));
	}

	String node(String name) {
		return object(name).toString();
	}

	HeapNode.AllInstances type(String name) throws IOException {
		TableQuery query = new TableQuery(1, 1000, null, false, name);
		String node = this.views.classes(query)
			.rows()
			.stream()
			.filter((row) -> row.name().equals(name))
			.findFirst()
			.orElseThrow()
			.node();
		return (HeapNode.AllInstances) HeapNode.parse(node).orElseThrow();
	}

	ObjectRow row(String name) throws IOException {
		return this.views.object(object(name), TableQuery.FIRST).object();
	}

	@Override
	public void close() {
		try {
			this.views.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Start with classes that every dump has.
	 * @return a builder
	 */
	static HeapDumpBuilder withUsualClasses() {
		return HeapDumpBuilder.aHeapDump()
			.classNamed("java.lang.Object", null)
			.classNamed("java.lang.Class", "java.lang.Object")
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("coder", BasicType.BYTE), field("hash", BasicType.INT))
			.classNamed("java.lang.Integer", "java.lang.Object", field("value", BasicType.INT))
			.classNamed("java.lang.Thread", "java.lang.Object", field("name", BasicType.OBJECT),
					field("locals", BasicType.OBJECT))
			.classNamed("java.lang.ClassLoader", "java.lang.Object", field("parent", BasicType.OBJECT),
					field("name", BasicType.OBJECT))
			.classNamed("java.lang.ref.Reference", "java.lang.Object", field("referent", BasicType.OBJECT))
			.classNamed("java.lang.ref.SoftReference", "java.lang.ref.Reference");
	}

	/**
	 * Add a string and its array of bytes.
	 * @param builder where to
	 * @param name what to call the string
	 * @param text its text, one byte a character
	 * @return the builder
	 */
	static HeapDumpBuilder string(HeapDumpBuilder builder, String name, String text) {
		return builder.instance(name, "java.lang.String", name + "-value", (byte) 0, 7)
			.array(name + "-value", text.getBytes(StandardCharsets.ISO_8859_1));
	}

}
