package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Machine}.
 */
class MachineTests {

	@Test
	void currentNamesJvmAndHostInPrintableText() {
		Machine machine = Machine.current();
		assertThat(machine.host()).isNotBlank().doesNotContain("\uFFFD");
		assertThat(machine.jvm()).contains(Runtime.version().toString());
	}

	@Test
	void tookWhatHasItsNames() {
		Machine machine = new Machine("a JVM", "a host");
		assertThat(machine.took(facts("a JVM", "a host"))).isTrue();
		assertThat(machine.took(facts("a JVM", "another host"))).isFalse();
		assertThat(machine.took(facts("another JVM", "a host"))).isFalse();
	}

	private static DumpFacts facts(String jvm, String host) {
		return new DumpFacts(Instant.EPOCH, 0, 0, false, 0, 0, 0, Map.of(), jvm, "orders", host, null);
	}

}
