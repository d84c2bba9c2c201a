package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.heapwise.heapgraph.MutatedDumps;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.MalformedDumpException;

/**
 * Writes reports about damaged dumps and asks all there is to ask. As a program it takes
 * how many dumps and a seed, uses the directory for temporary files, prints what became
 * of them, and ends with a status of 1 at the first that fails or takes more than a
 * minute. To be run with {@code -Xmx64m}.
 */
final class HostileDumpViews {

	private static final int DUMPS_OF_A_LINE = 1000;

	private static final TableQuery QUERY = new TableQuery(1, 10, null, false, "");

	private final IndexedHeapViews views;

	private HostileDumpViews(IndexedHeapViews views) {
		this.views = views;
	}

	public static void main(String[] args) throws IOException {
		Path directory = Files.createTempDirectory("mutated");
		MutatedDumps dumps = new MutatedDumps(directory, Long.parseLong(args[1]), HostileDumpViews::ask);
		dumps.watch();
		try {
			for (int left = Integer.parseInt(args[0]); left > 0; left -= DUMPS_OF_A_LINE) {
				System.out.println(dumps.run(Math.min(DUMPS_OF_A_LINE, left)));
			}
			System.out.println("All of them");
		}
		catch (Throwable ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

	/**
	 * Ask everything.
	 * @param dump a dump that has an index
	 * @throws AssertionError if an answer cannot be right
	 */
	static void ask(Path dump) throws IOException {
		try {
			HeapReports.write(dump, CancelSignal.NEVER, (ratio) -> {
			});
		}
		catch (MalformedDumpException ex) {
			return;
		}
		try (IndexedHeapViews views = IndexedHeapViews.open(dump, true)) {
			HostileDumpViews hostile = new HostileDumpViews(views);
			hostile.reports();
			hostile.tables();
		}
	}

	private void reports() throws IOException {
		for (CollectionRow row : this.views.collections(QUERY).table().rows()) {
			if (row.wastedBytes() < 0 || row.fillRatio() < 0 || row.fillRatio() > 1) {
				throw new AssertionError(row);
			}
		}
		this.views.duplicates(QUERY);
		this.views.suspects(this.views);
		this.views.threads(QUERY);
	}

	private void tables() throws IOException {
		this.views.loaders(QUERY);
		this.views.unreachable(QUERY);
		if (!this.views.compare(this.views, QUERY).rows().isEmpty()) {
			throw new AssertionError("A dump differs from itself");
		}
		List<ClassRow> classes = this.views.classes(QUERY).rows();
		for (ClassRow row : classes) {
			instances((HeapNode.AllInstances) HeapNode.parse(row.node()).orElseThrow());
		}
		for (ObjectRow row : this.views.dominators(null, QUERY).rows()) {
			object(row);
		}
	}

	private void instances(HeapNode.AllInstances type) throws IOException {
		this.views.paths(type);
		for (ObjectRow row : this.views.instances(type, QUERY).rows()) {
			object(row);
		}
	}

	private void object(ObjectRow row) throws IOException {
		HeapNode.AnObject object = (HeapNode.AnObject) HeapNode.parse(row.node()).orElseThrow();
		this.views.dominators(object, QUERY);
		this.views.incoming(object, QUERY);
		this.views.paths(object);
		try {
			this.views.object(object, QUERY);
		}
		catch (MalformedDumpException ex) {
			// Of two records that claim to be the same class one is remembered, the
			// other read.
			if (!row.className().equals("java.lang.Class")) {
				throw ex;
			}
		}
	}

}
