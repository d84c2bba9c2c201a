package io.github.heapwise.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The traps of Flight Recorder, by the numbers of the design page. Those that need a JVM
 * of their own are tested here; of the others this says where, or why they cannot be.
 * <ol>
 * <li>Throttle is off unless set: {@link EventSettingsTests}, and the number of throttled
 * samples beside a user's recording: {@link UserRecordingIntegrationTests}.
 * <li>First weights carry a thread's whole life: such weights are not used, see
 * {@link GroupScalingTests#evenSamplesOfAGroupCountTheSameWhateverTheirWeight()}.
 * <li>Code after a large allocation is understated with throttled samples: a bias of the
 * JVM that no code here can take back, only avoid by recording all events. That is the
 * accuracy replay. Idle threads that refill a TLAB:
 * {@link GroupScalingTests#idleThreadThatRefilledATlabIsTakenBack()}.
 * <li>Stack depth: here.
 * <li>Counters and virtual threads: {@link AllocatedBytesCountersTests},
 * {@link AllocationProfilerIntegrationTests}. A JVM without a total cannot be had
 * (17.0.15 and later have one):
 * {@link GroupScalingTests#withoutATotalOnlyCountedGroupsAreScaled()} pretends.
 * <li>Own threads: {@link ThreadGroupsTests}, {@link AllocationProfilerIntegrationTests}.
 * <li>Toggling pollutes recordings of others: {@link UserRecordingIntegrationTests},
 * {@link SamplingGovernorTests}.
 * <li>{@code OldObjectSample}: {@link SurvivorSamplingIntegrationTests}.
 * <li>Stacks stay identical within a chunk: a matter of speed, measured by the
 * benchmarks.
 * <li>Temporary directory, missing modules: here. Starting at application-ready: the
 * auto-configuration's tests. OpenJ9 and native images cannot be had here; both lack the
 * classes of JFR like the JVM below does.
 * <li>Clocks: samples are joined to threads and buckets by time, so every test of
 * {@link AllocationProfilerIntegrationTests} would fail on a wrong base.
 * </ol>
 */
class JfrTrapsIntegrationTests {

	private static final String NO_JFR = "java.base,java.management,jdk.management,java.logging";

	@TempDir
	private Path directory;

	@Test
	void stackDepthIsRaisedWhereJfrWasNotUsed() {
		Result result = ChildJvm.running(ProfiledApplication.class).run("deep");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.number("deepest")).as(result.output()).isGreaterThan(100);
		assertThat(result.number("truncatedPercent")).as(result.output()).isLessThan(10);
	}

	@ParameterizedTest
	@CsvSource({ "-XX:StartFlightRecording, 64", "-XX:FlightRecorderOptions=stackdepth=80, 80" })
	void stackDepthIsLeftAloneWhereTheUserConfiguredJfr(String option, int depth) {
		Result result = ChildJvm.running(ProfiledApplication.class).with(option).run("deep");
		assertThat(result.exitValue()).as(result.output()).isZero();
		// and the root, what was cut off, and the class
		assertThat(result.number("deepest")).as(result.output()).isBetween(depth + 0L, depth + 3L);
		assertThat(result.number("truncatedPercent")).as(result.output()).isGreaterThan(90);
	}

	@ParameterizedTest
	@CsvSource({ "-Xmx512m, 1.0 MB", "-XX:FlightRecorderOptions=maxchunksize=3M, 3.0 MB" })
	void chunksAreSmallWhereTheUserDidNotConfigureJfr(String option, String size) {
		Result result = ChildJvm.running(ProfiledApplication.class).with(option).run("chunks");
		assertThat(result.values()).as(result.output()).containsEntry("chunk", size).containsEntry("mainEnded", "true");
	}

	@Test
	void missingModuleIsOneSentenceAndNoHarm() {
		Result result = ChildJvm.running(ProfiledApplication.class).with("--limit-modules", NO_JFR).run("decide");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output())
			.containsEntry("state", "UNAVAILABLE")
			.containsEntry("reason",
					"Allocations cannot be recorded: this JVM has no Flight Recorder (module 'jdk.jfr')")
			.containsEntry("again", "UNAVAILABLE")
			.containsEntry("mainEnded", "true");
		assertThat(result.output()).doesNotContain("Exception", "\tat ");
	}

	@Test
	void unwritableTemporaryDirectoryIsOneSentenceAndNoHarm() throws IOException {
		// a file: tests may run as root, whom permissions do not stop
		Path file = Files.createFile(this.directory.resolve("file"));
		Result result = ChildJvm.running(ProfiledApplication.class).with("-Djava.io.tmpdir=" + file).run("decide");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output())
			.containsEntry("state", "UNAVAILABLE")
			.containsEntry("reason",
					"Allocations cannot be recorded: Flight Recorder cannot write to its repository. Make the"
							+ " temporary directory writable or set 'heapwise.jfr.repository'")
			.containsEntry("mainEnded", "true");
		assertThat(result.output()).doesNotContain("Exception", "\tat ", file.toString());
	}

	@Test
	void jvmEndsWithItsApplicationWhileEventsAreRecorded() {
		Result result = ChildJvm.running(ProfiledApplication.class).run("exit");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output()).containsEntry("mainEnded", "true");
	}

	@Test
	void startedAndClosedTwiceNoFileAndNoThreadIsLeft() throws IOException {
		Result result = ChildJvm.running(ProfiledApplication.class)
			.with("-Djava.io.tmpdir=" + this.directory)
			.run("twice");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output()).containsEntry("chunks", "[]").containsEntry("threads", "[]");
		assertThat(this.directory).as("JFR's own directory goes with the JVM").isEmptyDirectory();
	}

}
