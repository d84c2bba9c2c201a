package io.github.heapwise.heapdump;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutOfMemoryTrigger}.
 */
class OutOfMemoryTriggerTests {

	private static final Path FILE = Path.of("/dumps/any.hprof");

	private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

	private final List<String> log = new ArrayList<>();

	private final PreparedTarget target = new PreparedTarget();

	private final OutOfMemoryTrigger trigger = new OutOfMemoryTrigger(this.target, this.log::add);

	@AfterEach
	void switchOff() {
		this.jvm.setVMOption("HeapDumpOnOutOfMemoryError", "false");
		this.jvm.setVMOption("HeapDumpPath", "");
		this.jvm.setVMOption("HeapDumpBeforeFullGC", "false");
	}

	@Test
	void optionsAreSetUntilItIsClosedAndCanBeSetAgain() {
		for (int i = 0; i < 2; i++) {
			this.trigger.start();
			assertThat(option("HeapDumpOnOutOfMemoryError")).isEqualTo("true");
			assertThat(option("HeapDumpPath")).isEqualTo(FILE.toString());
			this.trigger.close();
			assertThat(option("HeapDumpOnOutOfMemoryError")).isEqualTo("false");
			assertThat(option("HeapDumpPath")).isEmpty();
		}
		assertThat(this.target.calls).containsExactly("prepare", "withdraw", "prepare", "withdraw");
		assertThat(this.log).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "HeapDumpOnOutOfMemoryError, true", "HeapDumpPath, /user/dump.hprof", "HeapDumpBeforeFullGC, true" })
	void whatTheUserHasSetStays(String option, String value) {
		this.jvm.setVMOption(option, value);
		this.trigger.start();
		this.trigger.close();
		assertThat(option(option)).isEqualTo(value);
		assertThat(this.target.calls).isEmpty();
		assertThat(this.log).containsExactly("'heapwise.heapdump.on-out-of-memory' has no effect: the JVM option"
				+ " '%s' is '%s' already and stays so. Remove it from the command line to have the dump kept with the others"
					.formatted(option, value));
	}

	@Test
	void whatTheUserSetsLaterIsNotTakenBack() {
		this.trigger.start();
		this.jvm.setVMOption("HeapDumpPath", "/user/dump.hprof");
		this.trigger.close();
		assertThat(option("HeapDumpPath")).isEqualTo("/user/dump.hprof");
		assertThat(option("HeapDumpOnOutOfMemoryError")).isEqualTo("true");
	}

	@Test
	void startWhenTheDirectoryCannotBeUsedShouldSaySo() {
		this.target.failure = new IOException("Heap dumps cannot be kept: their directory is a file");
		this.trigger.start();
		this.trigger.close();
		assertThat(option("HeapDumpOnOutOfMemoryError")).isEqualTo("false");
		assertThat(this.log).containsExactly("'heapwise.heapdump.on-out-of-memory' has no effect: Heap dumps cannot"
				+ " be kept: their directory is a file");
	}

	@Test
	void closeWhenNothingCanBeWithdrawnShouldSaySo() {
		this.trigger.start();
		this.target.failure = new IOException("directory is gone");
		this.trigger.close();
		assertThat(this.log)
			.containsExactly("What was prepared for a heap dump when out of memory stays: directory is gone");
	}

	private String option(String name) {
		return this.jvm.getVMOption(name).getValue();
	}

	private static final class PreparedTarget implements OutOfMemoryTarget {

		private final List<String> calls = new ArrayList<>();

		private IOException failure;

		@Override
		public Path prepare() throws IOException {
			called("prepare");
			return FILE;
		}

		@Override
		public void withdraw() throws IOException {
			called("withdraw");
		}

		private void called(String method) throws IOException {
			if (this.failure != null) {
				throw this.failure;
			}
			this.calls.add(method);
		}

	}

}
