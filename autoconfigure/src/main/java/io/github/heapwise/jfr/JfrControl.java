package io.github.heapwise.jfr;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.management.JMException;
import javax.management.ObjectName;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * What Heapwise may do to the JVM's flight recorder, which belongs to everyone in it.
 */
public final class JfrControl {

	private static final String ACTIVE_SETTING = "jdk.ActiveSetting#enabled";

	// The least there is. Who reads a stream keeps all stacks of its chunk in the heap,
	// with 2 KB each: in chunks of the usual 12 MB they come to tens of megabytes.
	private static final String MAX_CHUNK = "1M";

	private JfrControl() {
	}

	/**
	 * Raise the stack depth, have small chunks and move the repository, if that is still
	 * possible.
	 * <p>
	 * Once the recorder was used it is too late: JDK 17 then crashes, JDK 25 ignores it.
	 * What the user set on the command line stays.
	 * @param stackDepth frames kept of a stack
	 * @param repository where JFR writes, {@code null} for the temporary directory
	 * @return whether the recorder was configured
	 */
	static boolean configure(int stackDepth, @Nullable Path repository) {
		if (FlightRecorder.isInitialized() || isConfiguredByUser()) {
			return false;
		}
		List<String> arguments = new ArrayList<>(List.of("stackdepth=" + stackDepth, "maxchunksize=" + MAX_CHUNK));
		if (repository != null) {
			arguments.add("repositorypath=\"" + repository + "\"");
		}
		try {
			ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "jfrConfigure",
						new Object[] { arguments.toArray(String[]::new) }, new String[] { String[].class.getName() });
			return true;
		}
		catch (JMException ex) {
			return false;
		}
	}

	/**
	 * Return whether some recording notes every change of a setting: one change then
	 * writes an event for each setting there is.
	 * @return {@code true} if settings should be left alone
	 */
	public static boolean isChangeNoted() {
		for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
			if (recording.getState() == RecordingState.RUNNING
					&& "true".equals(recording.getSettings().get(ACTIVE_SETTING))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isConfiguredByUser() {
		return ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.anyMatch((argument) -> argument.startsWith("-XX:FlightRecorderOptions")
					|| argument.startsWith("-XX:StartFlightRecording"));
	}

}
