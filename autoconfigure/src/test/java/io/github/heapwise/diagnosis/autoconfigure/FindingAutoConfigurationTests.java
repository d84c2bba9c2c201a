package io.github.heapwise.diagnosis.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.FindingLog;
import io.github.heapwise.diagnosis.FindingMeters;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.LatestDiagnosis;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.WrittenDiagnosis;
import io.github.heapwise.diagnosis.endpoint.DiagnosisEndpoint;
import io.github.heapwise.diagnosis.endpoint.DiagnosisHealthIndicator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FindingAutoConfiguration} and
 * {@link DiagnosisEndpointAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FindingAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(DiagnosisAutoConfiguration.class,
			DiagnosisEndpointAutoConfiguration.class, FindingAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void runShouldLogAndMeasureAndTellNoHealth() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(FindingLog.class)
			.hasSingleBean(FindingMeters.class)
			.doesNotHaveBean(DiagnosisHealthIndicator.class)
			.doesNotHaveBean(DiagnosisEndpoint.class));
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(DiagnosisEndpoint.class));
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("heapwise.diagnosis.enabled=false", "management.health.heapwise.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(FindingLog.class)
				.doesNotHaveBean(FindingMeters.class)
				.doesNotHaveBean(LatestDiagnosis.class)
				.doesNotHaveBean(DiagnosisHealthIndicator.class)
				.doesNotHaveBean(DiagnosisEndpoint.class));
		this.contextRunner.withPropertyValues("heapwise.diagnosis.log.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FindingLog.class)
				.hasSingleBean(LatestDiagnosis.class));
	}

	@Test
	void runWithoutMicrometerAndHealthShouldStillLog() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.health"))
			.withPropertyValues("management.health.heapwise.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(FindingLog.class)
				.doesNotHaveBean(FindingMeters.class)
				.doesNotHaveBean(DiagnosisHealthIndicator.class));
	}

	@Test
	void eachRuleHasAGaugeForEachSeverity() {
		this.contextRunner.withBean("mine", DiagnosisRule.class, OwnRule::new).run((context) -> {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(FindingMeters.class).bindTo(registry);
			assertThat(registry.getMeters()).hasSize(3 * context.getBean(RuleBook.class).ids().size());
			assertThat(found(registry)).isEmpty();
			context.getBean(LatestDiagnosis.class).accept(WrittenDiagnosis.of("GET / waits"));
			assertThat(found(registry)).containsExactly("waiting-on-io warning");
			context.getBean(LatestDiagnosis.class).accept(critical());
			assertThat(found(registry)).containsExactly("mine critical");
		});
	}

	@Test
	void healthStaysUpUnlessTheUserSaysWhatACriticalFindingIs() {
		this.contextRunner.withPropertyValues("management.health.heapwise.enabled=true").run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			context.getBean(LatestDiagnosis.class).accept(critical());
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("verdict", "It is about to end")
				.containsEntry("findings", Map.of("mine", "critical"));
			assertThat(context).hasBean("heapwiseHealthIndicator");
		});
		this.contextRunner
			.withPropertyValues("management.health.heapwise.enabled=true",
					"heapwise.diagnosis.health.critical-status=out-of-service")
			.run((context) -> {
				context.getBean(LatestDiagnosis.class).accept(WrittenDiagnosis.of("GET / waits"));
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
				context.getBean(LatestDiagnosis.class).accept(critical());
				assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			});
	}

	@Test
	void aWarningIsLoggedWhenItAppearsAndWhenItIsGone(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("heapwise.diagnosis.log.appear-after=0s", "heapwise.diagnosis.log.clear-after=0s")
			.run((context) -> {
				FindingLog log = context.getBean(FindingLog.class);
				log.see(critical());
				log.see(new Diagnosis(critical().time(), critical().window(), null, "Fine", List.of(), List.of(),
						List.of()));
				assertThat(output)
					.containsPattern("WARN.*" + DiagnosisMonitor.class.getSimpleName()
							+ ".* Found: It is about to end \\(mine, CRITICAL since ")
					.containsPattern("INFO.* No longer found: It is about to end \\(mine, until ");
			});
	}

	@Test
	void lazyApplicationsLogToo() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(
					context.getSourceApplicationContext(ConfigurableApplicationContext.class).getBeanFactory())
				.satisfies((beans) -> assertThat(beans.containsSingleton("heapwiseFindingLog")).isTrue())
				.satisfies((beans) -> assertThat(beans.containsSingleton("heapwiseFindingMeters")).isFalse()));
	}

	@Test
	void disabledRulesAreNotAsked() {
		this.contextRunner.withBean("mine", DiagnosisRule.class, OwnRule::new)
			.withPropertyValues("heapwise.diagnosis.disabled-rules=stall,mine")
			.run((context) -> assertThat(context.getBean(RuleBook.class).ids()).contains("waiting-on-io")
				.doesNotContain("stall", "mine"));
	}

	@Test
	void anUnknownDisabledRuleFailsTheStartWithThoseThereAre() {
		this.contextRunner.withPropertyValues("heapwise.diagnosis.disabled-rules=stal")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageStartingWith("'heapwise.diagnosis.disabled-rules' must be among memory-grows, ")
				.hasMessageEndingWith(" but was 'stal'"));
	}

	private static Diagnosis critical() {
		Diagnosis diagnosis = WrittenDiagnosis.of("It is about to end");
		Finding finding = new Finding("It is about to end", Severity.CRITICAL, Confidence.HIGH, 1, List.of(), List.of(),
				"leak", new NextStep("Look", "gc", Map.of()));
		return new Diagnosis(diagnosis.time(), diagnosis.window(), null, "It is about to end",
				List.of(new Diagnosis.Found("mine", finding)), List.of(), List.of());
	}

	private static List<String> found(SimpleMeterRegistry registry) {
		return registry.get("heapwise.finding")
			.gauges()
			.stream()
			.filter((gauge) -> gauge.value() == 1)
			.map((gauge) -> gauge.getId().getTag("id") + " " + gauge.getId().getTag("severity"))
			.toList();
	}

	private static Health health(ApplicationContext context) {
		return context.getBean(DiagnosisHealthIndicator.class).health();
	}

	private static final class OwnRule implements DiagnosisRule {

		@Override
		public String id() {
			return "mine";
		}

		@Override
		public String title() {
			return "Mine";
		}

		@Override
		public Judgement judge(Signals signals) {
			return Judgement.passed();
		}

	}

}
