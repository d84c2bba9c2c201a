package io.github.heapwise.heapdump.autoconfigure;

import java.nio.file.Path;
import java.util.Map;

import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumpMeters;
import io.github.heapwise.heapdump.HeapDumpRefusedException;
import io.github.heapwise.heapdump.HeapDumpStore;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.heapdump.UnavailableAnalyses;
import io.github.heapwise.heapdump.endpoint.HeapDumpsEndpoint;
import io.github.heapwise.test.ReadyContext;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HeapDumpAutoConfiguration}.
 */
class HeapDumpAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations
		.of(HeapDumpAutoConfiguration.class);

	private static final String OPEN = "management.endpoint.heapdumps.access=READ_ONLY";

	@TempDir
	private Path temporary;

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void nothingIsWrittenAndNoThreadIsThereBeforeSomebodyAsks() {
		Path directory = this.temporary.resolve("dumps");
		this.contextRunner.withPropertyValues(OPEN, "heapwise.heapdump.directory=" + directory).run((context) -> {
			assertThat(context).hasSingleBean(HeapDumps.class);
			assertThat(context.getBean(HeapDumps.class).all()).isEmpty();
			assertThat(directory).doesNotExist();
			assertThat(ReadyContext.ownThreads()).noneMatch((name) -> name.contains("dump"));
		});
	}

	@Test
	void whatTheJvmWritesIsLookedForFromTheFirstStartOn() {
		Path directory = this.temporary.resolve("dumps");
		this.contextRunner
			.withPropertyValues("heapwise.heapdump.on-out-of-memory=true", "heapwise.heapdump.directory=" + directory)
			.run((context) -> {
				assertThat(directory).exists();
				assertThat(ReadyContext.ownThreads()).contains("heapwise-heapdump");
			});
	}

	@Test
	void theEndpointIsThereOnlyIfItsAccessIsNamed() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(HeapDumpsEndpoint.class));
		this.contextRunner.withPropertyValues("management.endpoints.access.default=unrestricted")
			.run((context) -> assertThat(context).doesNotHaveBean(HeapDumpsEndpoint.class));
		this.contextRunner.withPropertyValues("management.endpoint.heapdump.access=unrestricted")
			.run((context) -> assertThat(context).doesNotHaveBean(HeapDumpsEndpoint.class));
		this.contextRunner.withPropertyValues(OPEN)
			.run((context) -> assertThat(context).hasSingleBean(HeapDumpsEndpoint.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "MANAGEMENT_ENDPOINT_HEAPDUMPS_ACCESS", "management_endpoint_heapdumps_access" })
	void theAccessMayBeAnEnvironmentVariable(String name) {
		withEnvironment(name, "READ_ONLY").run((context) -> assertThat(context).hasSingleBean(HeapDumpsEndpoint.class));
		withEnvironment(name, "").run((context) -> assertThat(context).doesNotHaveBean(HeapDumpsEndpoint.class));
	}

	@Test
	void runWithoutAWebServerShouldKeepTheDumps() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(OPEN)
			.run((context) -> assertThat(context).hasSingleBean(HeapDumps.class)
				.doesNotHaveBean(HeapDumpsEndpoint.class));
	}

	@Test
	void runWhenSwitchedOffShouldLeaveNothing() {
		this.contextRunner.withPropertyValues(OPEN, "heapwise.heapdump.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HeapDumps.class)
				.doesNotHaveBean(HeapDumpsEndpoint.class));
	}

	@Test
	void runWithoutMicrometerShouldTakeDumpsNevertheless() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(HeapDumpMeters.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasSingleBean(HeapDumps.class));
	}

	@Test
	void runWhenTheUserTakesDumpsHimselfShouldBackOff() {
		this.contextRunner.withBean(FakeHeapDumps.class)
			.withPropertyValues(OPEN)
			.run((context) -> assertThat(context).hasSingleBean(HeapDumps.class)
				.doesNotHaveBean(LocalDumping.class)
				.hasSingleBean(HeapDumpsEndpoint.class)
				.doesNotHaveBean(HeapDumpAnalyses.class));
	}

	@Test
	void dumpsThatTheUserTakesHimselfAreNotAnalysed() {
		UnavailableAnalyses analyses = new UnavailableAnalyses();
		assertThat(analyses.analysis("x").state()).isEqualTo(DumpAnalysis.State.REFUSED);
		assertThat(analyses.analysis("x").reason()).contains("'HeapDumpAnalyses'");
		assertThat(analyses.ask("x", (views) -> "answer")).isEmpty();
		assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> analyses.analyse("x"))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(HeapDumpRefusedException.Cause.UNAVAILABLE));
	}

	@Test
	void runWithLazyInitializationShouldStartWhatTakesDumpsByItself() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context.getBeanFactory().containsSingleton("heapwiseLocalDumping")).isTrue());
	}

	@Test
	void copiesGoWhereTheUserSays() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(HeapDumpStore.class));
		this.contextRunner.withPropertyValues("heapwise.heapdump.copy-to=file:" + this.temporary)
			.run((context) -> assertThat(context).hasSingleBean(HeapDumpStore.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "signal=USR2", "signal=KILL", "cron=whenever", "daily-limit=0", "cooldown=-1s",
			"request.cooldown=-1s", "cooldown=366d", "request.daily-limit=0", "threshold.old-ratio=1.1",
			"threshold.collections=0", "retention.count=0", "min-free-disk=-1B", "max-pause=0s", "redact=never" })
	void runWhenASettingMakesNoSenseShouldNameIt(String setting) {
		String[] parts = setting.split("=");
		this.contextRunner.withPropertyValues("heapwise.heapdump." + setting)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining((parts[0].equals("redact")) ? "never" : "'" + parts[0] + "'"));
	}

	private WebApplicationContextRunner withEnvironment(String name, String value) {
		return this.contextRunner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(name, value))));
	}

}
