package io.github.heapwise.heapdump;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SignalName}.
 */
class SignalNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "USR1", "usr1", "SIGUSR1", " sigUsr1 " })
	void nameMayBeWrittenInSeveralWays(String name) {
		assertThat(SignalName.checked(name)).isEqualTo("USR1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			USR2    | the JVM suspends its own threads with it, many times a second while it is recorded
			SIGUSR2 | the JVM suspends its own threads with it, many times a second while it is recorded
			QUIT    | the JVM prints its threads on it
			TERM    | it ends the application, which would ignore it then
			int     | it ends the application, which would ignore it then
			HUP     | it ends the application, which would ignore it then
			SEGV    | the JVM needs it to find faults of its own code
			KILL    | no process can receive it
			STOP    | no process can receive it
			PROF    | profilers use it
			CHLD    | it is sent for each child process that ends
			RTMIN+1 | others may send or need it
			''      | others may send or need it
			""")
	void checkedWhenTheSignalIsTakenShouldSayByWhomAndWhatIsAllowed(String name, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> SignalName.checked(name))
			.withMessage("'signal' must be one of USR1, ALRM, URG but was '%s': %s".formatted(name, reason));
	}

}
