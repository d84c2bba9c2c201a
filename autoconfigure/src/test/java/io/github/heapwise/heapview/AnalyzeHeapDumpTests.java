package io.github.heapwise.heapview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.LargeDump;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnalyzeHeapDump}.
 */
class AnalyzeHeapDumpTests {

	private static final LargeDump.Size SIZE = new LargeDump.Size(100, 5000, 10, 20, 200);

	@TempDir
	private Path directory;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private Path dump;

	@BeforeEach
	void writeDump() throws IOException {
		this.dump = Files.createDirectory(this.directory.resolve("dumps")).resolve("orders.hprof");
		LargeDump.write(this.dump, SIZE);
	}

	@Test
	void runShouldPrintTotalsClassesAndSuspectsAndLeaveNothing() {
		assertThat(run(this.dump.toString(), "--top", "3")).isEqualTo(AnalyzeHeapDump.DONE);
		assertThat(printed()).contains(" objects of ").contains(" of them reachable: ");
		assertThat(printed().lines().filter((line) -> line.matches(" *[0-9.]+ k?B .*"))).hasSize(3);
		assertThat(printed()).contains("com.example.Application")
			.contains("- One 'java.util.HashMap' held by static field ")
			.contains(", most of it 5,000 'java.lang.String' (");
		assertThat(this.dump.getParent()).isDirectoryNotContaining("glob:**.hwi*");
	}

	@Test
	void runWhenIndexIsToBeKeptShouldKeepItAndUseItLater() throws IOException {
		assertThat(run(this.dump.toString(), "--keep-index")).isEqualTo(AnalyzeHeapDump.DONE);
		assertThat(HeapGraph.isIndexed(this.dump)).isTrue();
		assertThat(run(this.dump.toString())).isEqualTo(AnalyzeHeapDump.DONE);
		assertThat(HeapGraph.isIndexed(this.dump)).as("what was there before stays").isTrue();
	}

	@Test
	void runWhenIndexIsToBeElsewhereShouldNotTouchTheDirectoryOfTheDump() throws IOException {
		Path elsewhere = this.directory.resolve("elsewhere");
		assertThat(run(this.dump.toString(), "--index-dir", elsewhere.toString())).isEqualTo(AnalyzeHeapDump.DONE);
		assertThat(elsewhere).isEmptyDirectory();
		assertThat(run(this.dump.toString(), "--keep-index", "--index-dir", elsewhere.toString()))
			.isEqualTo(AnalyzeHeapDump.DONE);
		assertThat(HeapGraph.isIndexed(elsewhere.resolve("orders.hprof"))).isTrue();
		assertThat(this.dump.getParent()).isDirectoryNotContaining("glob:**.hwi*");
		assertThat(this.dump).isRegularFile();
	}

	@Test
	void runWhenDumpIsNoneShouldFailInASentence() throws IOException {
		Path text = Files.writeString(this.directory.resolve("notes.txt"), "Not a heap dump at all, a text");
		assertThat(run(text.toString())).isEqualTo(AnalyzeHeapDump.FAILED);
		assertThat(this.err.toString(StandardCharsets.UTF_8))
			.contains("Heap dump 'notes.txt' is malformed at offset 0: ")
			.doesNotContain("\tat ");
	}

	@Test
	void runWhenArgumentsAreWrongShouldSayWhyAndPrintUsage() {
		assertThat(run()).isEqualTo(AnalyzeHeapDump.WRONG_USE);
		assertThat(run("orders.hprof", "--top", "0")).isEqualTo(AnalyzeHeapDump.WRONG_USE);
		assertThat(run("orders.hprof", "--top")).isEqualTo(AnalyzeHeapDump.WRONG_USE);
		assertThat(run("orders.hprof", "--all")).isEqualTo(AnalyzeHeapDump.WRONG_USE);
		assertThat(run("one.hprof", "two.hprof")).isEqualTo(AnalyzeHeapDump.WRONG_USE);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("A heap dump must be given")
			.contains("'--top' must be from 1 to 1000 but was '0'")
			.contains("'--top' must be followed by a value")
			.contains("There is no option '--all'")
			.contains("One heap dump must be given but there are 'one.hprof' and 'two.hprof'")
			.contains("Usage: ");
	}

	@Test
	void helpIsNoError() {
		assertThat(run("--help")).isEqualTo(AnalyzeHeapDump.DONE);
		assertThat(printed()).startsWith("Usage: ");
	}

	private int run(String... args) {
		return new AnalyzeHeapDump(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
			.run(args);
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
