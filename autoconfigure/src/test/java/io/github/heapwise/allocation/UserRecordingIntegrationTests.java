package io.github.heapwise.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a recording of the user notices of ours.
 */
class UserRecordingIntegrationTests {

	private static final String IN_NEW_TLAB = AllocationEvent.IN_NEW_TLAB.eventName();

	private static final String WITHIN_BUDGET = "1";

	private static final String NO_BUDGET = "0.0001";

	private static final String SECONDS = "3";

	@TempDir
	private Path directory;

	@Test
	void startedDuringOursItHoldsNoMoreActiveSettings() {
		long alone = run("none", WITHIN_BUDGET).number("activeSettings");
		Result beside = run("before", WITHIN_BUDGET);
		assertThat(beside.number("activeSettings")).as(beside.output()).isEqualTo(alone).isPositive();
		assertThat(beside.values()).as(beside.output()).containsEntry("sampling", "ALL").containsEntry("reasons", "[]");
	}

	// Starting any recording begins a chunk, and a chunk begins with all settings.
	@Test
	void startedBeforeOursItHoldsAsManyActiveSettingsAsBesideAnyOther() {
		long besideAnother = run("afterPlain", WITHIN_BUDGET).number("activeSettings");
		Result besideOurs = run("after", WITHIN_BUDGET);
		assertThat(besideOurs.number("activeSettings")).as(besideOurs.output()).isEqualTo(besideAnother).isPositive();
	}

	@Test
	void startedWhileWeTakeSlicesItSeesOneChangeToThrottledSamples() {
		long alone = run("none", WITHIN_BUDGET).number("activeSettings");
		Result beside = run("beforeSliced", NO_BUDGET);
		assertThat(beside.values()).as(beside.output()).containsEntry("sampling", "THROTTLED");
		// a slice may just have been open
		assertThat(beside.number("activeSettings")).as(beside.output()).isBetween(2 * alone, 3 * alone);
	}

	@Test
	void beforeOursWithoutBudgetItSeesOneChangeToThrottledSamples() {
		long besideAnother = run("afterPlain", WITHIN_BUDGET).number("activeSettings");
		Result beside = run("after", NO_BUDGET, "10");
		assertThat(beside.values()).as(beside.output()).containsEntry("sampling", "THROTTLED");
		assertThat(beside.output()).doesNotContain("SLICED");
		assertThat(beside.number("activeSettings")).as(beside.output()).isBetween(besideAnother, 2 * besideAnother);
	}

	@ParameterizedTest
	@CsvSource({ "true, false", "false, true", "true, true" })
	void stacksAreTakenIfAnyRecordingAsksForThem(boolean theirs, boolean ours) throws IOException {
		assertThat(stacksInTheirRecording(theirs, ours)).isNotEmpty().containsOnly(true);
	}

	@Test
	void stacksAreNotTakenIfNoRecordingAsksForThem() throws IOException {
		assertThat(stacksInTheirRecording(false, false)).isNotEmpty().containsOnly(false);
	}

	private List<Boolean> stacksInTheirRecording(boolean theirs, boolean ours) throws IOException {
		Path file = this.directory.resolve("theirs.jfr");
		Instant settled;
		try (Recording recording = new Recording(); RecordingStream stream = new RecordingStream()) {
			recording.setSettings(
					Map.of(IN_NEW_TLAB + "#enabled", "true", IN_NEW_TLAB + "#stackTrace", String.valueOf(theirs)));
			stream.setSettings(EventSettings.of(SamplingMode.SLICED, ours));
			stream.startAsync();
			recording.start();
			// toggled while both run, as slices are
			stream.setSettings(EventSettings.of(SamplingMode.SLICED, !ours));
			stream.setSettings(EventSettings.of(SamplingMode.SLICED, ours));
			settled = Instant.now();
			recordHere(recording, file);
		}
		return RecordingFile.readAllEvents(file)
			.stream()
			.filter(UserRecordingIntegrationTests::isOfThisThread)
			// changing the settings allocates too, and is recorded as it was set then
			.filter((event) -> event.getStartTime().isAfter(settled))
			// the first allocation after the change may still be one from before
			.skip(1)
			.map((event) -> event.getStackTrace() != null)
			.toList();
	}

	private static void recordHere(Recording recording, Path file) throws IOException {
		KnownWork.run(2000);
		recording.stop();
		recording.dump(file);
		assertThat(Files.size(file)).isPositive();
	}

	private static boolean isOfThisThread(RecordedEvent event) {
		return event.getEventType().getName().equals(IN_NEW_TLAB) && event.getThread() != null
				&& event.getThread().getJavaThreadId() == Thread.currentThread().getId();
	}

	private static Result run(String when, String budget) {
		return run(when, budget, SECONDS);
	}

	private static Result run(String when, String budget, String seconds) {
		Result result = ChildJvm.running(UserRecording.class).with("-Xmx512m").run(when, budget, seconds);
		assertThat(result.exitValue()).as(result.output()).isZero();
		return result;
	}

}
