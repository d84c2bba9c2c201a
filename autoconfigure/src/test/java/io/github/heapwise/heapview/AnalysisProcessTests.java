package io.github.heapwise.heapview;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnalysisProcess} and {@link AnalysisFailure}.
 */
class AnalysisProcessTests {

	@TempDir
	private Path directory;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final AnalysisProcess process = new AnalysisProcess(
			new PrintStream(this.printed, true, StandardCharsets.UTF_8));

	@Test
	void runShouldAnalyseAndTellHowFarItIs() throws IOException {
		Path dump = dump();
		assertThat(this.process.run(dump.toString(), "2")).isEqualTo(AnalysisProcess.DONE);
		assertThat(HeapGraph.isIndexed(dump)).isTrue();
		assertThat(lines()).first().isEqualTo("progress 0.00");
		assertThat(lines()).last().isEqualTo("done");
	}

	@Test
	void runWhenDumpIsMissingShouldFailWithoutPath() {
		int exitCode = this.process.run(this.directory.resolve("missing.hprof").toString(), "1");
		assertThat(exitCode).isEqualTo(AnalysisProcess.FAILED);
		assertThat(lines()).containsExactly(
				"failed Heap dump 'missing.hprof' not analysed: it is not there, or was deleted meanwhile");
	}

	@Test
	void runWhenDumpIsNoneShouldFailWithOffset() throws IOException {
		Path text = Files.writeString(this.directory.resolve("notes.txt"), "Not a heap dump at all, a text");
		assertThat(this.process.run(text.toString(), "1")).isEqualTo(AnalysisProcess.FAILED);
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("failed Heap dump 'notes.txt' is malformed at offset 0: ")
			.doesNotContain(this.directory.toString());
	}

	@Test
	void runWhenArgumentsAreWrongShouldSayWhatTheyAre() {
		assertThat(this.process.run("orders.hprof", "3")).isEqualTo(AnalysisProcess.WRONG_USE);
		assertThat(this.process.run("orders.hprof")).isEqualTo(AnalysisProcess.WRONG_USE);
		assertThat(lines()).hasSize(2)
			.containsOnly("failed Arguments must be a heap dump and how many threads to use, 1 or 2");
	}

	@Test
	void runWhenInputHasEndedShouldLeaveNothing() throws IOException {
		Path dump = dump();
		this.process.cancelAtEndOf(InputStream.nullInputStream());
		assertThat(this.process.run(dump.toString(), "1")).isEqualTo(AnalysisProcess.CANCELLED);
		assertThat(lines()).doesNotContain("done");
		assertThat(this.directory).isDirectoryContaining(dump::equals).isDirectoryNotContaining("glob:**.hwi*");
	}

	@Test
	void bugsAreNamedAndWorthAStackTrace() {
		IllegalStateException bug = new IllegalStateException("in /var/dumps");
		assertThat(AnalysisFailure.isUnexpected(bug)).isTrue();
		assertThat(AnalysisFailure.sentence(Path.of("/var/dumps/orders.hprof"), bug))
			.isEqualTo("Heap dump 'orders.hprof' not analysed: unexpected java.lang.IllegalStateException");
	}

	@Test
	void filesThatCannotBeOpenedAreToldWithoutWhereTheyAre() {
		FileNotFoundException missing = new FileNotFoundException("/var/dumps/orders.hprof.hwi/names (Denied)");
		assertThat(AnalysisFailure.sentence(Path.of("/var/dumps/orders.hprof"), missing))
			.isEqualTo("Heap dump 'orders.hprof' not analysed: one of its files cannot be opened");
	}

	@Test
	void tooSmallHeapIsToldWithItsSize() {
		OutOfMemoryError error = new OutOfMemoryError("Java heap space");
		assertThat(AnalysisFailure.isUnexpected(error)).isFalse();
		assertThat(AnalysisFailure.sentence(Path.of("orders.hprof"), error))
			.matches("Heap dump 'orders.hprof' not analysed: a Java heap of \\d+ MB is not enough");
	}

	private Path dump() {
		return HeapDumpBuilder.aHeapDump()
			.classNamed("java.lang.Object", null)
			.instance("order", "java.lang.Object")
			.root(HprofTag.ROOT_JNI_GLOBAL, "order", 0, 0)
			.writeTo(this.directory);
	}

	private List<String> lines() {
		return this.printed.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
