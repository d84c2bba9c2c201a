package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;

import io.github.heapwise.allocation.autoconfigure.AllocationAutoConfiguration;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.DiagnosisWatch;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.ProcessReadings;
import io.github.heapwise.diagnosis.Reading;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.gc.autoconfigure.GcAutoConfiguration;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.heapdump.autoconfigure.HeapDumpAutoConfiguration;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.latency.autoconfigure.LatencyAutoConfiguration;
import io.github.heapwise.memory.autoconfigure.MemoryAutoConfiguration;
import io.github.heapwise.route.autoconfigure.RouteAutoConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static io.github.heapwise.test.ReadyContext.publishReady;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosisAutoConfiguration}.
 */
class DiagnosisAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiagnosisAutoConfiguration.class));

	@Test
	void runShouldHaveAMonitorThatHasNotStarted() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(DiagnosisMonitor.class)
				.hasSingleBean(DiagnosisWatch.class)
				.hasSingleBean(RuleBook.class)
				.hasSingleBean(HeapUse.class);
			assertThat(ownThreads()).isEmpty();
		});
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		this.contextRunner.withPropertyValues("heapwise.diagnosis.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DiagnosisMonitor.class)
				.doesNotHaveBean(DiagnosisWatch.class)
				.doesNotHaveBean(ProcessReadings.class)
				.doesNotHaveBean(HeapUse.class)
				.doesNotHaveBean(StartWhenReady.class));
	}

	@Test
	void runWithoutAnyFeatureShouldDiagnose() {
		this.contextRunner.run((context) -> {
			Diagnosis diagnosis = context.getBean(DiagnosisMonitor.class).diagnose();
			assertThat(diagnosis.load()).isNull();
			assertThat(diagnosis.undecided()).extracting(Diagnosis.Undecided::rule)
				.contains("memory-grows", "long-pauses", "explicit-gc", "live-near-limit", "stall", "waiting-on-io");
		});
	}

	@Test
	void allBeansAreNamedAfterUs() {
		this.contextRunner
			.run((context) -> assertThat(context.getBeanNamesForType(Object.class, true, false)).filteredOn((name) -> {
				Object bean = context.getBean(name);
				return bean.getClass().getName().startsWith("io.github.heapwise.diagnosis.");
			}).allMatch((name) -> name.startsWith("heapwise") || name.contains("io.github.heapwise")));
	}

	@Test
	void sourcesAreThoseOfTheFeatures() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(FlightRecorderAutoConfiguration.class,
					AllocationAutoConfiguration.class, GcAutoConfiguration.class, HeapDumpAutoConfiguration.class,
					LatencyAutoConfiguration.class, MemoryAutoConfiguration.class, RouteAutoConfiguration.class))
			.run((context) -> assertThat(context.getBean(SignalSources.class)).hasNoNullFieldsOrProperties());
	}

	@Test
	void readyApplicationIsReadAndClosingItLeavesNothing() {
		this.contextRunner.run((context) -> {
			publishReady(context);
			ProcessReadings readings = context.getBean(ProcessReadings.class);
			Awaitility.await().untilAsserted(() -> assertThat(readings.series(Reading.THREADS).isEmpty()).isFalse());
			assertThat(ownThreads()).containsExactlyInAnyOrder("heapwise-diagnosis", "heapwise-readings");
			assertThat(context.getBean(HeapUse.class).bytes()).isEqualTo(readings.heapBytes());
			context.getBean(DiagnosisMonitor.class).diagnose();
			assertThat(context.getBean(HeapUse.class).bytes()).isBetween(readings.heapBytes() + 1000, 1L << 20);
		});
		assertThat(ownThreads()).isEmpty();
	}

	@Test
	void rulesOfTheUserAreAskedLikeOurs() {
		this.contextRunner.withUserConfiguration(OwnRules.class).run((context) -> {
			Diagnosis diagnosis = context.getBean(DiagnosisMonitor.class).diagnose();
			assertThat(diagnosis.undecided()).extracting((rule) -> rule.judgement().lacks())
				.contains("first: no orders", "second: no orders")
				.containsSubsequence("first: no orders", "second: no orders");
			assertThat(diagnosis.undecided()).filteredOn((rule) -> rule.rule().equals("stall"))
				.extracting((rule) -> rule.judgement().lacks())
				.containsExactly("stall: no orders");
		});
	}

	@Test
	void windowIsTwoMinutesOrAsTheUserSays() {
		this.contextRunner.run((context) -> assertThat(context.getBean(DiagnosisProperties.class).window())
			.isEqualTo(Duration.ofMinutes(2)));
		this.contextRunner.withPropertyValues("heapwise.diagnosis.window=10m")
			.run((context) -> assertThat(context.getBean(DiagnosisProperties.class).window())
				.isEqualTo(Duration.ofMinutes(10)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "29s", "601s" })
	void windowOutOfRangeShouldFail(String window) {
		this.contextRunner.withPropertyValues("heapwise.diagnosis.window=" + window)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageStartingWith("'window' must be between 30s and 10m but was 'PT"));
	}

	private record OwnRule(String id) implements DiagnosisRule {

		@Override
		public String title() {
			return "Orders";
		}

		@Override
		public Judgement judge(Signals signals) {
			return Judgement.undecided(this.id + ": no orders", null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRules {

		@Bean
		@Order(2)
		DiagnosisRule secondRule() {
			return new OwnRule("second");
		}

		@Bean
		@Order(1)
		DiagnosisRule firstRule() {
			return new OwnRule("first");
		}

		@Bean
		DiagnosisRule stallRule() {
			return new OwnRule("stall");
		}

	}

}
