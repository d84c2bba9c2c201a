package io.github.heapwise.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnavailableReason}. What a JVM really throws is for
 * {@code JfrTrapsIntegrationTests}.
 */
class UnavailableReasonTests {

	@Test
	void missingModuleIsNamed() {
		assertThat(UnavailableReason.of(new NoClassDefFoundError("jdk/jfr/FlightRecorder")))
			.isEqualTo("this JVM has no Flight Recorder (module 'jdk.jfr')");
	}

	@ParameterizedTest
	@MethodSource("repositoryFailures")
	void unwritableRepositoryIsToldWithWhatToDo(Throwable failure) {
		assertThat(UnavailableReason.of(failure))
			.isEqualTo("Flight Recorder cannot write to its repository. Make the temporary directory writable"
					+ " or set 'heapwise.jfr.repository'");
	}

	static Throwable[] repositoryFailures() {
		return new Throwable[] { new UncheckedIOException(new IOException("/secret/path")),
				new IllegalStateException("x", new IOException("No space left on device")),
				new IllegalStateException("Could not create JFR repository using /secret/path"),
				new InternalError("No path to dump path") };
	}

	@Test
	void anythingElseIsNamedByItsTypeAndTellsNoPath() {
		assertThat(UnavailableReason.of(new IllegalStateException("/secret/path")))
			.isEqualTo("Flight Recorder failed (IllegalStateException)");
		assertThat(UnavailableReason.of(new IllegalStateException((String) null)))
			.isEqualTo("Flight Recorder failed (IllegalStateException)");
	}

}
