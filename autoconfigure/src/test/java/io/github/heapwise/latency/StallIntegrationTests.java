package io.github.heapwise.latency;

import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for stalls of a process that was stopped.
 */
@EnabledOnOs(OS.LINUX)
class StallIntegrationTests {

	@Test
	void processThatIsStoppedFor500MsShouldShowThat() {
		ChildJvm.Result result = ChildJvm.running(StoppedProcess.class).with("-Xmx64m").run();
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.number("quietNanos")).isBetween(1L, 100_000_000L);
		assertThat(result.number("stallNanos")).isBetween(480_000_000L, 10_000_000_000L);
	}

}
