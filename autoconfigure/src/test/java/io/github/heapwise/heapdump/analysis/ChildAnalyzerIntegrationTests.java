package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.os.OutOfMemoryOrder;
import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ChildAnalyzer} with processes that say this and that.
 */
class ChildAnalyzerIntegrationTests {

	@TempDir
	private Path directory;

	private final List<Double> progress = Collections.synchronizedList(new ArrayList<>());

	@Test
	void whatIsDoneIsTold() throws IOException {
		assertThat(analyse("done", CancelSignal.NEVER)).isNull();
		assertThat(this.progress).containsExactly(0.25, 0.5);
	}

	@Test
	void aFailureIsToldInTheWordsOfTheProcess() {
		assertThatExceptionOfType(AnalysisFailedException.class).isThrownBy(() -> analyse("failed", CancelSignal.NEVER))
			.withMessage("Heap dump 'x' is malformed at offset 31: no record");
	}

	@Test
	void whatElseAProcessPrintsDoesNotMatter() throws IOException {
		assertThat(analyse("noisy", CancelSignal.NEVER)).isNull();
		assertThat(this.progress).containsExactly(1.0);
	}

	@Test
	void aProcessThatEndsBeforeItIsDoneFails() {
		assertThatExceptionOfType(AnalysisFailedException.class).isThrownBy(() -> analyse("torn", CancelSignal.NEVER))
			.withMessage("Heap dump not analysed: its process ended with exit value '1'");
	}

	@Test
	void aProcessThatEndsWellIsDoneWhateverBecameOfItsLastLine() throws IOException {
		assertThat(analyse("hasty", CancelSignal.NEVER)).isNull();
		assertThat(this.progress).containsExactly(0.9);
	}

	@Test
	void aProcessWithoutEnoughHeapFails() {
		assertThatExceptionOfType(AnalysisFailedException.class)
			.isThrownBy(() -> analyse("heapless", CancelSignal.NEVER))
			.withMessage("Heap dump not analysed: it takes more memory than its process is given");
	}

	@Test
	void aProcessThatDoesNotBeginIsNone() {
		assertThatExceptionOfType(NoProcessException.class).isThrownBy(() -> analyse("speechless", CancelSignal.NEVER))
			.withMessage("its process ended with exit value '1'")
			.withStackTraceContaining("Error: no such thing");
	}

	@Test
	void withoutAJavaCommandThereIsNone() {
		ChildAnalyzer analyzer = analyzer(new ChildCommand(this.directory, List.of()));
		assertThatExceptionOfType(NoProcessException.class)
			.isThrownBy(() -> analyse(analyzer, "done", CancelSignal.NEVER))
			.withMessage("this Java runtime has no 'java' command");
	}

	@Test
	void aProcessEndsWhenItIsCancelled() throws Exception {
		Path dump = this.directory.resolve("waiting");
		List<String> reasons = new ArrayList<>();
		CancelSignal whenItRuns = () -> this.progress.isEmpty() ? null : "not wanted";
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> analyse("waiting", whenItRuns))
			.withMessage("not wanted")
			.satisfies((ex) -> reasons.add(ex.getMessage()));
		assertThat(process(dump)).isEmpty();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aProcessThatIsKilledIsSaidToBe() throws Exception {
		Path dump = this.directory.resolve("waiting");
		CompletableFuture<Void> analysis = CompletableFuture.runAsync(() -> {
			try {
				analyse("waiting", CancelSignal.NEVER);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex.getMessage());
			}
		});
		await().until(() -> !this.progress.isEmpty());
		process(dump).orElseThrow().destroyForcibly();
		assertThat(analysis).failsWithin(10, TimeUnit.SECONDS)
			.withThrowableThat()
			.withMessageContaining("Heap dump not analysed: its process was killed");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aProcessEndsWithTheOneThatStartedIt() throws IOException {
		Path dump = this.directory.resolve("waiting");
		ChildJvm.Result parent = ChildJvm.running(KilledParent.class).run(dump.toString());
		assertThat(parent.exitValue()).as(parent.output()).isEqualTo(128 + 9);
		await().untilAsserted(() -> assertThat(process(dump)).isEmpty());
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aProcessIsSmallAndComesLastButWhenTheKernelKills() throws IOException {
		ChildJvm.Result parent = ChildJvm.running(DescribingParent.class)
			.withEnvironment("JAVA_TOOL_OPTIONS", "-Dagent=none")
			.withEnvironment("SECRET", "password")
			.run(this.directory.resolve("described").toString());
		assertThat(parent.number("maxMemory")).as(parent.output()).isLessThanOrEqualTo(64 << 20);
		assertThat(parent.values()).containsEntry("toolOptions", "null")
			.containsEntry("header", "null")
			.containsEntry("oomScore", "1000")
			.containsEntry("nice", "19");
	}

	private static Optional<ProcessHandle> process(Path dump) throws IOException {
		return ProcessHandle.of(Long.parseLong(Files.readString(dump))).filter(ProcessHandle::isAlive);
	}

	private String analyse(String name, CancelSignal cancel) throws IOException {
		return analyse(analyzer(ChildCommand.ofThisJvm()), name, cancel);
	}

	private String analyse(ChildAnalyzer analyzer, String name, CancelSignal cancel) throws IOException {
		return analyzer.analyse(this.directory.resolve(name), Files.createFile(this.directory.resolve("jar")), cancel,
				this.progress::add);
	}

	static ChildAnalyzer analyzer(ChildCommand command) {
		return new ChildAnalyzer(command, FakeChild.class, new OutOfMemoryOrder(Path.of("/")), 1);
	}

}
