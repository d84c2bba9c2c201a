package io.github.heapwise.jfr;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link JfrControl} in a JVM whose Flight Recorder is in use.
 */
class JfrControlIntegrationTests {

	private static final String ACTIVE_SETTING = "jdk.ActiveSetting";

	@Test
	void configureWhenRecorderWasUsedShouldLeaveItAlone() {
		FlightRecorder.getFlightRecorder();
		assertThat(FlightRecorder.isInitialized()).isTrue();
		assertThat(JfrControl.configure(256, null)).isFalse();
	}

	@Test
	void changesAreNotedWhileARecordingOfThemRuns() {
		boolean before = JfrControl.isChangeNoted();
		assertThat(before).isFalse();
		try (Recording recording = new Recording()) {
			recording.enable(ACTIVE_SETTING);
			assertThat(JfrControl.isChangeNoted()).as("not started").isFalse();
			recording.start();
			assertThat(JfrControl.isChangeNoted()).as("running").isTrue();
			recording.stop();
			assertThat(JfrControl.isChangeNoted()).as("stopped").isFalse();
		}
	}

	@Test
	void changesAreNotNotedByARecordingOfOtherEvents() {
		try (Recording recording = new Recording()) {
			recording.enable("jdk.GarbageCollection");
			recording.disable(ACTIVE_SETTING);
			recording.start();
			assertThat(JfrControl.isChangeNoted()).isFalse();
		}
	}

}
