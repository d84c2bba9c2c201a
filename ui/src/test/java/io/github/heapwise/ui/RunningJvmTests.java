package io.github.heapwise.ui;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RunningJvm}.
 */
class RunningJvmTests {

	private static final String VERSION = System.getProperty("java.version");

	@Test
	void describeShouldSayWhatRuns() {
		Application application = RunningJvm.describe("orders");
		assertThat(application.name()).isEqualTo("orders");
		assertThat(application.jvm()).endsWith(" " + VERSION);
		assertThat(application.collector()).isNotBlank();
		assertThat(application.maxHeapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
		assertThat(Instant.parse(application.startedAt())).isBefore(Instant.now());
	}

	@ParameterizedTest
	@CsvSource({ "Temurin-21.0.5+11, Temurin", "Corretto-17.0.9.8.1, Corretto", "Zulu21.30+15-CA, Zulu21.30+15" })
	void jvmShouldBeCalledByItsVendorsName(String vendorVersion, String name) {
		assertThat(RunningJvm.jvm(vendorVersion)).isEqualTo(name + " " + VERSION);
	}

	@Test
	void jvmWhenTheVendorGivesNoNameShouldBeCalledByTheVendor() {
		String expected = System.getProperty("java.vendor") + " " + VERSION;
		assertThat(RunningJvm.jvm(null)).isEqualTo(expected);
		assertThat(RunningJvm.jvm("")).isEqualTo(expected);
		assertThat(RunningJvm.jvm("23.9-b3")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "G1 Young Generation;G1 Old Generation, G1", "PS Scavenge;PS MarkSweep, Parallel",
			"Copy;MarkSweepCompact, Serial", "ZGC Minor Cycles;ZGC Major Pauses, ZGC",
			"Shenandoah Pauses;Shenandoah Cycles, Shenandoah", "scavenge;global, 'scavenge, global'" })
	void collectorShouldBeCalledByItsOption(String beans, String name) {
		assertThat(RunningJvm.collector(List.of(beans.split(";")))).isEqualTo(name);
	}

}
