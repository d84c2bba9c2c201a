package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.WaitSignals;
import io.github.heapwise.test.ReadyContext;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link SignalReader}.
 */
class DiagnosisSignalsIntegrationTests {

	private static final String[] NOTHING_ELSE = { "heapwise.allocation.enabled=false", "heapwise.gc.enabled=false",
			"heapwise.heapdump.enabled=false", "heapwise.latency.enabled=false", "heapwise.memory.enabled=false",
			"heapwise.route.enabled=false" };

	@Test
	void applicationUnderLoadIsSeenFromAllSides() {
		AtomicReference<Signals> seen = new AtomicReference<>();
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, BusyKitchen.class,
				"heapwise.diagnosis.window=30s")) {
			SignalReader reader = application.context().getBean(SignalReader.class);
			Awaitility.await()
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(1))
				.atMost(Duration.ofMinutes(2))
				.untilAsserted(() -> {
					load(application);
					System.gc();
					Signals signals = reader.read();
					assertThat(signals.load()).isNotNull();
					assertThat(signals.allocations().functions()).isNotEmpty();
					assertThat(signals.trends().threads().size()).isGreaterThan(1);
					assertThat(signals.troubles().explicitCallers()).isNotEmpty();
					seen.set(signals);
				});
			Diagnosis diagnosis = application.context().getBean(DiagnosisMonitor.class).diagnose();
			assertThat(diagnosis.undecided()).noneMatch((rule) -> rule.judgement().lacks().contains("failed"));
		}
		assertThat(ReadyContext.ownThreads()).isEmpty();
		collectionsAreSeen(seen.get());
		trendsAreSeen(seen.get().trends());
		machineIsSeen(seen.get().machine());
		waitsAreSeen(seen.get().waits());
		requestsAreSeen(seen.get());
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void applicationWithoutAnyOtherFeatureIsStillDiagnosed(Surroundings surroundings) {
		try (RunningApplication application = RunningApplication.start(surroundings, BusyKitchen.class, NOTHING_ELSE)) {
			load(application);
			Diagnosis diagnosis = application.context().getBean(DiagnosisMonitor.class).diagnose();
			assertThat(diagnosis.load()).isNull();
			assertThat(diagnosis.findings()).allMatch((found) -> found.finding().severity() == Severity.INFO);
			assertThat(diagnosis.undecided()).isNotEmpty()
				.allSatisfy((rule) -> assertThat(rule.judgement().lacks()).isNotBlank().doesNotContain("failed"));
			assertThat(diagnosis.passed()).extracting(Diagnosis.Passed::rule)
				.as("needs a limit of memory or another collector")
				.isSubsetOf("allocation-stalls", "survivor-overflow", "cpu-throttled");
		}
		assertThat(ReadyContext.ownThreads()).isEmpty();
	}

	private static void collectionsAreSeen(Signals signals) {
		assertThat(signals.collectionsWatched()).isTrue();
		assertThat(signals.collections()).isNotEmpty()
			.isSortedAccordingTo((one, other) -> one.time().compareTo(other.time()))
			.allMatch((collection) -> signals.window().contains(collection.time()))
			.anyMatch((collection) -> collection.cause().equals("System.gc()"));
		CollectionSignal full = signals.collections()
			.stream()
			.filter((collection) -> collection.kind() == CollectionSignal.Kind.FULL)
			.findFirst()
			.orElseThrow();
		assertThat(full.durationNanos()).isPositive();
		assertThat(full.heapBeforeBytes()).isGreaterThanOrEqualTo(full.heapAfterBytes());
		assertThat(full.oldAfterBytes()).isPositive();
		assertThat(signals.survivors().liveBytes()).isPositive();
		assertThat(signals.survivors().floor().isEmpty()).isFalse();
		assertThat(signals.survivors().reason()).isNotBlank();
		assertThat(signals.troubles().known()).isTrue();
		assertThat(signals.troubles().explicitCallers())
			.allMatch((caller) -> caller.contains("DiagnosisSignalsIntegrationTests"));
	}

	private static void trendsAreSeen(Trends trends) {
		assertThat(trends.heapUsedBytes().last()).isPositive();
		assertThat(trends.heapCommittedBytes().last()).isGreaterThanOrEqualTo(trends.heapUsedBytes().last());
		assertThat(trends.residentBytes().last()).isGreaterThan(10e6);
		assertThat(trends.headroomBytes().last()).isPositive();
		assertThat(trends.allocatedBytesPerSecond().max()).isGreaterThan(1e6);
		assertThat(trends.cpuRatio().max()).isBetween(0.01, 64.0);
		assertThat(trends.gcCpuRatio().size()).isGreaterThan(1);
		assertThat(trends.requestsPerSecond().max()).isGreaterThan(10);
		assertThat(trends.threads().last()).isGreaterThan(5);
		assertThat(trends.metaspaceBytes().last()).isGreaterThan(10e6);
		assertThat(trends.loadedClasses().last()).isGreaterThan(1000);
		assertThat(trends.openFiles().last()).isPositive();
		assertThat(trends.openFilesRatio().last()).isBetween(0.0, 1.0);
	}

	private static void machineIsSeen(MachineFacts machine) {
		assertThat(machine.uptime()).isPositive();
		assertThat(machine.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
		assertThat(machine.heapMaxBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
		assertThat(machine.directMaxBytes()).isPositive();
		assertThat(machine.limitBytes()).isGreaterThan(100_000_000);
		assertThat(machine.stackBytes()).isBetween(100_000L, 100_000_000L);
	}

	private static void waitsAreSeen(WaitSignals waits) {
		assertThat(waits.stalls()).isGreaterThan(100);
		assertThat(waits.stallMaxNanos()).isGreaterThanOrEqualTo(waits.stallMedianNanos());
		assertThat(waits.stallMillis().size()).isGreaterThan(5);
		assertThat(waits.pools()).anySatisfy((pool) -> {
			assertThat(pool.name()).isNotBlank();
			assertThat(pool.max()).isPositive();
		});
		assertThat(waits.loops()).isEmpty();
	}

	private static void requestsAreSeen(Signals signals) {
		RouteSignal meals = signals.routes().get(0);
		assertThat(meals.route()).isEqualTo("GET /meals");
		assertThat(meals.requests()).isGreaterThan(100);
		assertThat(meals.errors()).isZero();
		assertThat(meals.meanBytes()).isBetween(1e6, 1.5e6);
		assertThat(meals.shareRatio()).isBetween(0.5, 1.0);
		assertThat(meals.cpuRatio()).isBetween(0.01, 1.0);
		assertThat(meals.p99Nanos()).isGreaterThanOrEqualTo(meals.medianNanos());
		AllocationSignals allocations = signals.allocations();
		assertThat(allocations.samples()).isGreaterThan(10);
		assertThat(allocations.bytesPerSecond()).isGreaterThan(1e6);
		assertThat(allocations.functions().get(0).name()).contains("Kitchen.cook");
		assertThat(allocations.functions().get(0).ratio()).isBetween(0.5, 1.0);
		assertThat(allocations.types().get(0).name()).isEqualTo("byte[]");
		assertThat(allocations.outsideTlabRatio()).isBetween(0.0, 0.5);
	}

	private static void load(RunningApplication application) {
		for (int i = 0; i < 100; i++) {
			assertThat(application.get("/meals").status()).isEqualTo(200);
		}
	}

}
