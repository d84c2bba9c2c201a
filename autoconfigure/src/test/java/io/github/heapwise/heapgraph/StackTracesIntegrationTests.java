package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StackTraces} of what a JVM has dumped.
 */
class StackTracesIntegrationTests {

	private static final int HELD_BYTES = 100_000;

	@TempDir
	private Path directory;

	@Test
	void variableBelongsToTheFrameAndTheThreadThatHasIt() throws IOException {
		assertThat(holdersOf(dump())).containsExactly("java.lang.Thread");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_25)
	void variableOfAVirtualThreadDoesToo() throws IOException {
		assertThat(holdersOf(dump("virtual"))).containsExactlyInAnyOrder("java.lang.Thread", "java.lang.VirtualThread");
	}

	private List<String> holdersOf(Path dump) throws IOException {
		HeapIndexer.index(dump, 2, CancelSignal.NEVER, (ratio) -> {
		});
		List<String> holders = new ArrayList<>();
		try (HeapGraph graph = HeapGraph.open(dump)) {
			graph.roots((root) -> {
				boolean held = graph.object(root.object()).className().endsWith("$Held");
				if (held && root.kind() == RootKind.JAVA_FRAME) {
					assertFrameIsThatOfTheVariable(graph, root);
					holders.add(graph.object(root.thread()).className());
				}
			});
		}
		return holders.stream().distinct().toList();
	}

	private static void assertFrameIsThatOfTheVariable(HeapGraph graph, HeapRoot root) {
		int stack = graph.rootsOf(root.thread())
			.stream()
			.filter((reason) -> reason.kind() == RootKind.THREAD)
			.mapToInt(HeapRoot::number)
			.findFirst()
			.orElseThrow();
		List<StackFrame> frames = frames(graph, stack);
		assertThat(frames.get(root.number()).method()).isEqualTo("hold");
		assertThat(frames.get(root.number()).className()).isEqualTo(ParkedThreads.class.getName());
		assertThat(frames.get(root.number()).file()).isEqualTo("ParkedThreads.java");
		assertThat(frames.get(root.number()).line()).isPositive();
		assertThat(frames.get(root.number() - 1).method()).isEqualTo("await");
		assertThat(graph.retainedBytes(root.thread())).isGreaterThan(HELD_BYTES);
	}

	private static List<StackFrame> frames(HeapGraph graph, int stack) {
		try {
			return graph.stackTraces(new int[] { stack }, CancelSignal.NEVER).frames(stack);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private Path dump(String... arguments) {
		List<String> all = new ArrayList<>(List.of(this.directory.resolve("parked.hprof").toString()));
		all.addAll(List.of(arguments));
		ChildJvm.Result child = ChildJvm.running(ParkedThreads.class).with("-Xmx64m").run(all.toArray(String[]::new));
		assertThat(child.exitValue()).as(child.output()).isZero();
		return Path.of(all.get(0));
	}

}
