package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What may happen to a process and its disk while it takes a dump.
 */
class DumpFaultsIntegrationTests {

	private static final int KILLED = 128 + 9;

	@TempDir
	private Path temporary;

	private Path directory;

	private DumpsUnderTest under;

	@BeforeEach
	void prepare() {
		this.directory = this.temporary.resolve("dumps");
		this.under = new DumpsUnderTest(this.directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "killed-while-dumping", "killed-while-redacting" })
	void whenTheProcessIsKilledTheNextDeletesWhatIsLeft(String fault) throws IOException {
		Result result = ChildJvm.running(DumpingApplication.class)
			.with("-Xmx300m")
			.run(this.directory.toString(), fault);
		assertThat(result.exitValue()).as(result.output()).isEqualTo(KILLED);
		assertThat(this.under.fileNames()).isNotEmpty().allMatch((name) -> name.contains(".tmp.hprof"));
		try (LocalHeapDumps dumps = this.under.written("text")) {
			assertThat(dumps.all()).isEmpty();
			dumps.start();
			Awaitility.await().untilAsserted(() -> assertThat(this.under.fileNames()).isEmpty());
			assertThat(dumps.all()).isEmpty();
			assertThat(DumpsUnderTest.take(dumps).state()).isEqualTo(DumpState.READY);
		}
		assertThat(this.directory).isDirectoryNotContaining("glob:**.lock");
	}

	@Test
	void whenTheDiskIsFullInTheMiddleNothingStaysAndTheProcessLivesOn() throws IOException {
		Result result = ChildJvm.running(DumpingApplication.class)
			.with("-Xmx100m")
			.withFilesUpTo(2000)
			.run(this.directory.toString(), "dump");
		assertThat(result.values()).as(result.output()).containsEntry("state", "FAILED").containsEntry("alive", "true");
		assertThat(result.values().get("failure")).startsWith("Heap dump failed: ")
			.doesNotContain(this.temporary.toString());
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void aProcessLeavesAloneWhatAnotherIsWriting() throws Exception {
		Path permit = this.temporary.resolve("permit");
		CompletableFuture<Result> other = CompletableFuture.supplyAsync(() -> ChildJvm.running(DumpingApplication.class)
			.run(this.directory.toString(), "waiting", permit.toString()));
		Awaitility.await()
			.atMost(60, TimeUnit.SECONDS)
			.until(() -> Files.exists(this.directory) && !this.under.fileNames().isEmpty());
		try (LocalHeapDumps dumps = this.under.written("text")) {
			HeapDump own = DumpsUnderTest.take(dumps);
			assertThat(this.under.fileNames()).hasSize(3);
			assertThat(dumps.all()).containsExactly(own);
			Files.createFile(permit);
			assertThat(other.get(60, TimeUnit.SECONDS).values()).containsEntry("state", "READY");
			assertThat(dumps.all()).hasSize(2);
		}
	}

}
