package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

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
 * Tests of what takes dumps by itself: with real dumps of real JVMs.
 */
class DumpTriggersIntegrationTests {

	private Path directory;

	@BeforeEach
	void chooseDirectory(@TempDir Path temporary) {
		this.directory = temporary.resolve("dumps");
	}

	@Test
	void signalTakesADumpWhileARecordingRunsAndIsPassedOnToWhoHandledItBefore() {
		Result result = ChildJvm.running(SignalledApplication.class).with("-Xmx64m").run(this.directory.toString());
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).containsAllEntriesOf(
				Map.of("unasked", "0", "trigger", "signal", "reason", "Signal USR1", "again", "0", "closed", "5"));
		assertThat(result.number("megabytes")).isPositive();
		assertThat(result.number("sentences")).isOne();
		assertThat(result.values().get("sentence")).contains("the last one of trigger 'signal' was")
			.contains("this is said once");
	}

	@Test
	void jvmWithoutSignalsSaysSoAndServesOn() {
		Result result = ChildJvm.running(DeafApplication.class)
			.with("--limit-modules", "java.base,java.logging,java.management,jdk.management,jdk.jfr")
			.run(this.directory.toString());
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).containsEntry("log",
				"[Signal 'USR1' will not take heap dumps: this JVM lacks the module 'jdk.unsupported']");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC" })
	void thresholdTakesADumpOfObjectsThatStayAndNotOfGarbage(String collector) {
		assertThresholdTookADump(fill("forced", collector));
	}

	@Test
	void thresholdNeedsNoFullCollectionOfG1() {
		assertThresholdTookADump(fill("busy", "-XX:+UseG1GC"));
	}

	private Result fill(String mode, String collector) {
		return ChildJvm.running(FilledApplication.class)
			.with("-Xmx128m", collector)
			.run(this.directory.toString(), mode);
	}

	private static void assertThresholdTookADump(Result result) {
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).containsAllEntriesOf(Map.of("garbage", "0", "trigger", "threshold", "kept", "750"));
		assertThat(result.values().get("reason"))
			.matches("[5-9]\\d\\.\\d % of the heap left, collection no. 2 in a row above 50.0 %");
	}

	@Test
	void residentSetTakesADump() {
		try (TriggeredDumps dumps = TriggeredDumps.onResidentSet(this.directory, 0.0001)) {
			HeapDump dump = dumps.awaitOne();
			assertThat(dump.trigger()).isEqualTo(DumpTrigger.THRESHOLD);
			assertThat(dump.reason()).startsWith("The process occupies ").endsWith(" it may use, limit 0.0 %");
		}
	}

	@Test
	void scheduleTakesADump() {
		// Once, a second after the schedule has begun, however long that takes.
		AtomicReference<Instant> soon = new AtomicReference<>();
		try (TriggeredDumps dumps = TriggeredDumps.planned(this.directory,
				(after) -> soon.compareAndSet(null, after.plusSeconds(1)) ? soon.get() : null)) {
			HeapDump dump = dumps.awaitOne();
			assertThat(dump.trigger()).isEqualTo(DumpTrigger.SCHEDULE);
			assertThat(dump.requestedAt()).isBetween(soon.get(), soon.get().plusSeconds(30));
		}
	}

	@Test
	void dumpOfAJvmThatRanOutOfMemoryIsAdoptedByTheNext() throws IOException {
		assertThat(exhaust().exitValue()).isEqualTo(3);
		DumpsUnderTest under = new DumpsUnderTest(this.directory);
		try (LocalHeapDumps next = under.ofThisJvm()) {
			next.start();
			HeapDump dump = Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(next::all, (all) -> all.size() == 1)
				.get(0);
			assertThat(dump.trigger()).isEqualTo(DumpTrigger.OUT_OF_MEMORY);
			assertThat(dump.state()).isEqualTo(DumpState.READY);
			assertThat(dump.facts().sizeBytes()).isGreaterThan(30 << 20);
			try (DumpContent content = next.open(dump.id(), true).orElseThrow()) {
				assertThat(content.open().readAllBytes()).hasSize((int) dump.facts().sizeBytes());
			}
			assertThat(under.fileNames()).containsExactly(dump.id() + ".hprof", dump.id() + ".properties");
		}
		assertThat(under.problems).isEmpty();
	}

	@Test
	void dumpThatTheJvmCouldNotFinishIsDeletedByTheNext() throws IOException {
		exhaust();
		Path dump = outOfMemoryDump();
		try (RandomAccessFile file = new RandomAccessFile(dump.toFile(), "rw")) {
			file.setLength(file.length() / 2);
		}
		DumpsUnderTest under = new DumpsUnderTest(this.directory);
		try (LocalHeapDumps next = under.ofThisJvm()) {
			next.start();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> under.fileNames().isEmpty());
			assertThat(next.all()).isEmpty();
		}
	}

	@Test
	void secondJvmThatRunsOutOfMemoryHasAFileOfItsOwn() throws IOException {
		exhaust();
		exhaust();
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".hprof"))).hasSize(2);
		}
	}

	@Test
	void optionsOfTheCommandLineWin() {
		Result result = exhaust("-XX:-HeapDumpOnOutOfMemoryError");
		assertThat(result.exitValue()).isEqualTo(3);
		assertThat(result.values().get("sentence")).startsWith("'heapwise.heapdump.on-out-of-memory' has no effect: the"
				+ " JVM option 'HeapDumpOnOutOfMemoryError' is 'false' already");
		assertThat(this.directory).doesNotExist();
	}

	private Result exhaust(String... options) {
		return ChildJvm.running(ExhaustedApplication.class)
			.with("-Xmx64m", "-XX:+ExitOnOutOfMemoryError")
			.with(options)
			.run(this.directory.toString());
	}

	private Path outOfMemoryDump() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".hprof")).findFirst().orElseThrow();
		}
	}

}
