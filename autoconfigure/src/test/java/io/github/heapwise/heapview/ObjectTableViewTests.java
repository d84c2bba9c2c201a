package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ObjectTableView}.
 */
class ObjectTableViewTests {

	private static final int MANY = ObjectTableView.MAX_ROWS + 50;

	@TempDir
	private Path directory;

	@Test
	void instancesComeByWhatTheyRetain() throws IOException {
		try (ViewedDump dump = ViewedDump.of(arrays(), this.directory)) {
			Table<ObjectRow> instances = dump.views.instances(dump.type("byte[]"), TableQuery.FIRST);
			assertThat(instances.rows()).extracting(ObjectRow::node)
				.containsExactly(dump.node("large"), dump.node("medium"), dump.node("small"));
			assertThat(instances.totalRows()).as("reachable ones").isEqualTo(3);
			assertThat(dump.views.instances(dump.type("java.lang.Class"), TableQuery.FIRST).rows())
				.allSatisfy((row) -> assertThat(row.represents()).isNotNull());
			TableQuery second = new TableQuery(2, 2, null, false, "");
			assertThat(dump.views.instances(dump.type("byte[]"), second).rows()).extracting(ObjectRow::node)
				.containsExactly(dump.node("small"));
		}
	}

	@Test
	void dominatedObjectsComeByWhatTheyRetain() throws IOException {
		try (ViewedDump dump = ViewedDump.of(arrays(), this.directory)) {
			Table<ObjectRow> top = dump.views.dominators(null, TableQuery.FIRST);
			assertThat(top.rows().get(0).node()).isEqualTo(dump.node("list"));
			assertThat(dump.views.dominators(dump.object("list"), TableQuery.FIRST).rows()).extracting(ObjectRow::node)
				.containsExactly(dump.node("large"), dump.node("medium"), dump.node("small"));
			assertThat(dump.views.dominators(dump.object("small"), TableQuery.FIRST).totalRows()).isZero();
			assertThat(dump.views.dominators(dump.object("lost"), TableQuery.FIRST).rows()).isEmpty();
		}
	}

	@Test
	void onlyTheFirstOfVeryManyCanBeAskedFor() throws IOException {
		String[] names = IntStream.range(0, MANY).mapToObj((i) -> "number " + i).toArray(String[]::new);
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.objects("list", "java.lang.Object[]", names)
			.root(HprofTag.ROOT_MONITOR_USED, "list");
		for (String name : names) {
			builder.instance(name, "java.lang.Integer", 1);
		}
		try (ViewedDump dump = ViewedDump.of(builder, this.directory)) {
			int last = (ObjectTableView.MAX_ROWS + 299) / 300;
			Table<ObjectRow> page = dump.views.dominators(dump.object("list"),
					new TableQuery(last, 300, null, false, ""));
			assertThat(page.totalRows()).isEqualTo(MANY);
			assertThat(page.pages()).isEqualTo(last);
			assertThat(page.rows()).hasSize(ObjectTableView.MAX_ROWS - 300 * (last - 1));
			TableQuery beyond = new TableQuery(last + 1, 300, null, false, "");
			assertThat(dump.views.dominators(dump.object("list"), beyond).rows()).isEmpty();
			assertThat(dump.views.instances(dump.type("java.lang.Integer"), beyond).rows()).isEmpty();
		}
	}

	@Test
	void whatIsNotInTheDumpIsUnknown() {
		try (ViewedDump dump = ViewedDump.of(arrays(), this.directory)) {
			assertThatExceptionOfType(UnknownNodeException.class)
				.isThrownBy(() -> dump.views.dominators(new HeapNode.AnObject(0x17), TableQuery.FIRST))
				.withMessage("No '0x17' in this heap dump");
			assertThatExceptionOfType(UnknownNodeException.class)
				.isThrownBy(() -> dump.views.instances(new HeapNode.AllInstances(999), TableQuery.FIRST))
				.withMessage("No 'class-999' in this heap dump");
			for (long id : new long[] { 0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x7FFF_FFFF_FFFF_FFF8L }) {
				assertThatExceptionOfType(UnknownNodeException.class)
					.isThrownBy(() -> dump.views.object(new HeapNode.AnObject(id), TableQuery.FIRST));
			}
		}
	}

	private static HeapDumpBuilder arrays() {
		return ViewedDump.withUsualClasses()
			.objects("list", "java.lang.Object[]", "small", "large", "medium")
			.array("small", new byte[100])
			.array("medium", new byte[200])
			.array("large", new byte[300])
			.array("lost", new byte[400])
			.root(HprofTag.ROOT_MONITOR_USED, "list");
	}

}
