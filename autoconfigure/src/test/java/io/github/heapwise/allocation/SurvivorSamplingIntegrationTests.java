package io.github.heapwise.allocation;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link SurvivorSampling} with the collectors of this JDK.
 */
class SurvivorSamplingIntegrationTests {

	private static final String NO_JFR = "java.base,java.management,jdk.management,java.logging";

	@ParameterizedTest
	@CsvSource({ "UseSerialGC, alone", "UseParallelGC, profiled", "UseG1GC, alone", "UseG1GC, profiled",
			"UseG1GC, sliced", "UseG1GC, recorded" })
	void whoKeepsLittleIsNamedAmongWhoThrowsAwayTwentyTimesAsMuch(String collector, String what) {
		assertKeeperIsNamed(run(what, "-XX:+" + collector));
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void whoKeepsLittleIsNamedWhereTheCollectorWorksBesideTheApplication() {
		assertKeeperIsNamed(run("profiled", "-XX:+UseZGC", "-XX:ZCollectionInterval=3"));
	}

	// It would name who allocates most.
	@Test
	@EnabledForJreRange(min = JRE.JAVA_24)
	void nobodyIsNamedWhereTheCollectorAlsoHasGenerations() {
		Result result = run("profiled", "-XX:+UseZGC");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output()).doesNotContainKey("function");
		assertThat(result.values().get("unavailableReason")).startsWith("Who allocated what stays alive cannot be told")
			.endsWith("With G1 it can be told");
	}

	@Test
	void missingModuleIsOneSentenceAndNoHarm() {
		Result result = ChildJvm.running(ProfiledApplication.class).with("--limit-modules", NO_JFR).run("survivors");
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output())
			.containsEntry("survivors",
					"Who allocated what stays alive cannot be told: this JVM has no Flight Recorder (module 'jdk.jfr')")
			.containsEntry("mainEnded", "true");
		assertThat(result.output()).doesNotContain("Exception", "\tat ");
	}

	// Small buffers, so that seconds give as many samples as a minute does elsewhere.
	private static Result run(String what, String... options) {
		return ChildJvm.running(SurvivingApplication.class)
			.with(options)
			.with("-Xmx128m", "-XX:TLABSize=16k", "-XX:-ResizeTLAB")
			.run(what);
	}

	private static void assertKeeperIsNamed(Result result) {
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.values()).as(result.output())
			.containsEntry("reasons", "[]")
			.containsEntry("function", SurvivingApplication.class.getName() + ".keep")
			.containsEntry("type", "byte[]")
			.containsEntry("mainEnded", "true");
		assertThat(result.number("percent")).as(result.output()).isGreaterThan(80);
		assertThat(result.number("samples")).as(result.output()).isGreaterThanOrEqualTo(3);
	}

}
