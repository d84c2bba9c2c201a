package io.github.heapwise.gc;

import java.io.IOException;
import java.nio.file.Path;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Every collector of this JDK against its own log.
 */
class CollectorsIntegrationTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void exactPausesAreThoseOfTheLog(Collector collector) throws IOException {
		Result result = run(collector, "exact");
		assertThat(result.values()).as(result.output())
			.containsEntry("exact", "true")
			.containsEntry("inexactPauses", "0");
		GcLog log = log(result);
		assertThat(result.number("pauses")).as(result.output()).isEqualTo(log.pauses().size());
		// Pauses of some microseconds are logged with the reading of the clock in them.
		assertThat(result.number("pauseNanos") / 1e6).as(result.output())
			.isCloseTo(log.millis(), within(Math.max(0.05 * log.millis(), 0.005 * log.pauses().size())));
		assertSeen(result);
	}

	@ParameterizedTest
	@EnumSource
	void withoutFlightRecorderEveryCollectionIsSeenInWholeMilliseconds(Collector collector) throws IOException {
		Result result = run(collector, "plain");
		assertThat(result.values()).as(result.output()).containsEntry("exact", "false");
		GcLog log = log(result);
		if (collector.isConcurrent()) {
			// whole milliseconds, mostly 0
			assertThat(result.number("pauses")).as(result.output()).isEqualTo(log.pauses().size());
		}
		else {
			GcLog collecting = log.collecting();
			assertThat(result.number("stwPauses")).as(result.output()).isEqualTo(collecting.pauses().size());
			// each is cut at both ends
			assertThat(result.number("stwPauseNanos") / 1e6).as(result.output())
				.isCloseTo(collecting.millis(), within(0.05 * collecting.millis() + collecting.pauses().size()));
		}
		assertSeen(result);
	}

	@Test
	void tenThousandCollectionsInARowAreAllSeenWhateverAListenerDoes() {
		Result result = ChildJvm.running(CollectedApplication.class)
			.with("-Xmx64m", "-Xmn1m", "-XX:+UseSerialGC")
			.run("many");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.number("seen")).as(result.output()).isGreaterThanOrEqualTo(10_000);
		assertThat(result.output()).containsOnlyOnce("GC listeners are too slow");
	}

	private Result run(Collector collector, String mode) {
		Result result = ChildJvm.running(CollectedApplication.class)
			.with("-Xmx256m", "-XX:+Use%sGC".formatted(collector),
					"-Xlog:gc,gc+phases:file=%s:uptimemillis".formatted(this.directory.resolve("gc.log")))
			.run(mode);
		assertThat(result.exitValue()).as(result.output()).isZero();
		return result;
	}

	private GcLog log(Result result) throws IOException {
		return GcLog.read(this.directory.resolve("gc.log"))
			.between(result.number("fromMillis"), result.number("toMillis"));
	}

	private static void assertSeen(Result result) {
		assertThat(result.number("forced")).as(result.output()).isEqualTo(3);
		assertThat(result.number("concurrentPauses")).as(result.output()).isZero();
		assertThat(result.number("cyclesWithPause")).as(result.output()).isZero();
		assertThat(result.number("allocatedBytes")).as(result.output())
			.isCloseTo(result.number("knownBytes"), withinPercentage(1));
		assertThat(result.values()).as(result.output())
			.containsEntry("poolsAddUp", "true")
			.containsEntry("missed", "0");
		assertThat(result.number("summaryPauses")).as(result.output()).isGreaterThanOrEqualTo(result.number("pauses"));
	}

	enum Collector {

		Serial, Parallel, G1, Z, Shenandoah;

		boolean isConcurrent() {
			return this == Z || this == Shenandoah;
		}

	}

}
