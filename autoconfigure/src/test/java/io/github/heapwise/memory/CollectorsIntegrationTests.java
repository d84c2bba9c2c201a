package io.github.heapwise.memory;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of what is told under each collector of this JDK, each in a JVM of
 * its own.
 */
class CollectorsIntegrationTests {

	// what may be allocated between two readings by the JVM itself
	private static final Offset<Long> SMALL = Offset.offset(8L << 20);

	@ParameterizedTest
	@EnumSource
	void numbersAgreeWithTheJvmAndWithWhatWasAllocated(Collector collector) {
		Result result = ChildJvm.running(MemoryProbe.class).with("-Xmx256m", collector.option).run();
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.number("allocated")).isCloseTo(MemoryProbe.ALLOCATED_BYTES, Percentage.withPercentage(1));
		assertThat(result.values()).containsEntry("unknownPools", "[]");
		assertThat(result.number("poolsUsed")).isPositive().isCloseTo(result.number("heapUsed"), SMALL);
		assertThat(result.number("poolsCommitted")).isPositive().isEqualTo(result.number("heapCommitted"));
		assertThat(result.number("live")).isBetween((long) MemoryProbe.KEPT_BYTES, 3L * MemoryProbe.KEPT_BYTES);
		assertThat(result.values().get("nativeReason")).contains("-XX:NativeMemoryTracking=summary");
	}

	@Test
	void nativeMemoryIsToldWhereTheJvmTracksIt() {
		Result result = ChildJvm.running(MemoryProbe.class)
			.with("-Xmx256m", "-XX:+UseSerialGC", "-XX:NativeMemoryTracking=summary")
			.run();
		assertThat(result.values()).as(result.output()).containsEntry("nativeReason", "null");
		assertThat(result.number("nativeCategories")).isGreaterThan(10);
	}

	/**
	 * The collectors that every OpenJDK has, and Shenandoah, which some builds lack.
	 */
	enum Collector {

		SERIAL("-XX:+UseSerialGC"), PARALLEL("-XX:+UseParallelGC"), G1("-XX:+UseG1GC"), ZGC("-XX:+UseZGC"),
		SHENANDOAH("-XX:+UseShenandoahGC");

		private final String option;

		Collector(String option) {
			this.option = option;
		}

	}

}
