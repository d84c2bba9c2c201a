package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.github.heapwise.jfr.SharedEventStream;
import jdk.jfr.Recording;

/**
 * Main class: an application that keeps little and throws away twenty times as much, and
 * prints who allocated what it keeps. Argument: what else is recorded.
 */
final class SurvivingApplication {

	private static final SurvivorTimes TIMES = new SurvivorTimes(List.of(Duration.ofSeconds(6), Duration.ofSeconds(12)),
			Duration.ofSeconds(2), Duration.ofHours(1));

	private static final int KEPT_BYTES = 500;

	private static final int THROWN_AWAY_PER_KEPT = 20;

	private static final int ROUNDS_PER_SECOND = 4000;

	private static final List<byte[]> KEPT = new ArrayList<>();

	private static volatile Object sink = KEPT;

	private final SharedEventStream events = new SharedEventStream(128, null);

	private final List<String> reasons = new ArrayList<>();

	private final CodeOwner owner = new ApplicationCode(List.of("io.github.heapwise.allocation"), null,
			SurvivingApplication.class.getClassLoader());

	private final SurvivorSampling sampling = new SurvivorSampling(this.events, this.owner, (name) -> false, TIMES,
			Clock.systemUTC(), this.reasons::add);

	private SurvivingApplication() {
	}

	public static void main(String[] args) {
		SurvivingApplication application = new SurvivingApplication();
		switch (args[0]) {
			case "profiled" -> application.profiled(0.01);
			case "sliced" -> application.profiled(0.0001);
			case "recorded" -> application.recorded();
			default -> application.run();
		}
		System.out.println("mainEnded=true");
	}

	private void profiled(double cpuBudgetRatio) {
		AllocationSettings settings = new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 16 << 20,
				200_000, cpuBudgetRatio, this.owner, (name) -> false, RouteSources.none());
		try (AllocationProfiler profiler = new AllocationProfiler(settings, this.events, Clock.systemUTC(),
				this.reasons::add)) {
			profiler.start();
			run();
		}
	}

	// what 'default.jfc' does
	private void recorded() {
		try (Recording recording = new Recording()) {
			recording.setSettings(Map.of("jdk.OldObjectSample#enabled", "true", "jdk.OldObjectSample#stackTrace",
					"false", "jdk.ActiveSetting#enabled", "true"));
			recording.start();
			run();
		}
	}

	private void run() {
		this.sampling.suspectGrowth();
		Instant end = Instant.now().plusSeconds(90);
		while (this.sampling.last() == null && this.reasons.isEmpty() && Instant.now().isBefore(end)) {
			work();
		}
		SurvivorShares last = this.sampling.last();
		// asked again it rests
		this.sampling.suspectGrowth();
		this.sampling.close();
		print(last);
	}

	private static void work() {
		for (int i = 0; i < ROUNDS_PER_SECOND / 100; i++) {
			keep();
			throwAway();
		}
		LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
	}

	static void keep() {
		KEPT.add(new byte[KEPT_BYTES]);
	}

	static void throwAway() {
		for (int i = 0; i < THROWN_AWAY_PER_KEPT; i++) {
			sink = new byte[KEPT_BYTES];
		}
	}

	private void print(SurvivorShares last) {
		System.out.println("reasons=" + this.reasons);
		System.out.println("unavailableReason=" + this.sampling.unavailableReason());
		if (last != null) {
			System.out.println("samples=" + last.samples());
			System.out.println("all=" + last.shares());
			SurvivorShare first = last.shares().get(0);
			System.out.println("function=" + first.function());
			System.out.println("type=" + first.type());
			System.out.println("percent=" + Math.round(100 * first.ratio()));
		}
	}

}
