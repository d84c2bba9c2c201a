package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StackTraces} and {@link StackReader}.
 */
class StackTracesTests {

	private static final int MAX_FRAMES = 1024;

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 4, 8 })
	void framesAreReadByTheStackOfTheThread(int idBytes) throws IOException {
		try (IndexedDump dump = IndexedDump.of(worker().withIdBytes(idBytes), this.directory)) {
			int serial = dump.roots("worker").get(0).number();
			StackTraces stacks = dump.graph.stackTraces(new int[] { serial }, CancelSignal.NEVER);
			assertThat(stacks.frames(serial)).containsExactly(
					new StackFrame("java.lang.Object", "wait", "Object.java", StackFrame.NATIVE),
					new StackFrame("shop.Shop", "placeOrder", "Shop.java", 42), new StackFrame(null, "run", null, -1));
			assertThat(stacks.moreFrames(serial)).isZero();
		}
	}

	@Test
	void framesWhenStackIsNotWantedOrNotThereShouldBeEmpty() throws IOException {
		try (IndexedDump dump = IndexedDump.of(worker(), this.directory)) {
			StackTraces stacks = dump.graph.stackTraces(new int[] { 9, 11 }, CancelSignal.NEVER);
			assertThat(stacks.frames(9)).isEmpty();
			assertThat(stacks.frames(11)).isEmpty();
			assertThat(stacks.frames(-1)).isEmpty();
		}
	}

	@Test
	void framesWhenStackIsVeryDeepShouldBeTheInnermost() throws IOException {
		StackTraceElement frame = new StackTraceElement("shop.Shop", "visit", "Shop.java", 7);
		HeapDumpBuilder builder = worker().stack(9,
				Collections.nCopies(5 + MAX_FRAMES, frame).toArray(StackTraceElement[]::new));
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			StackTraces stacks = dump.graph.stackTraces(new int[] { 9 }, CancelSignal.NEVER);
			assertThat(stacks.frames(9)).hasSize(MAX_FRAMES)
				.containsOnly(new StackFrame("shop.Shop", "visit", "Shop.java", 7));
			assertThat(stacks.moreFrames(9)).isEqualTo(5);
		}
	}

	@Test
	void namesThatAreTooLongAreCutOff() throws IOException {
		String name = "n".repeat(60_000);
		HeapDumpBuilder builder = worker().classNamed(name, "java.lang.Object")
			.stack(9, new StackTraceElement(name, name, name, 7));
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			String cut = name.substring(0, 1024);
			assertThat(dump.graph.stackTraces(new int[] { 9 }, CancelSignal.NEVER).frames(9))
				.containsExactly(new StackFrame(cut, cut, cut, 7));
			assertThat(dump.graph.classes()).extracting(ClassSummary::name).contains(cut).doesNotContain(name);
		}
	}

	private static HeapDumpBuilder worker() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.Thread", "java.lang.Object")
			.classNamed("shop.Shop", "java.lang.Object")
			.stack(8, new StackTraceElement("java.lang.Object", "wait", "Object.java", StackFrame.NATIVE),
					new StackTraceElement("shop.Shop", "placeOrder", "Shop.java", 42),
					new StackTraceElement("of.no.Class", "run", null, -1))
			.instance("worker", "java.lang.Thread")
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
	}

}
