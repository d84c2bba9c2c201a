package com.example.names.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Whether each fault shows in what the JVM tells of itself once there is some load, and
 * the variant without a fault shows none of it. Figures are such as a slow machine
 * reaches too, not what a diagnosis would go by.
 */
class FaultsIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final double MEGABYTE = 1024 * 1024;

	private static final double MILLISECOND = 1_000_000;

	private static RunningVariant fixed;

	@BeforeAll
	static void startTheFixedVariant() {
		fixed = RunningVariant.start("02-fixed");
		fixed.load(300);
	}

	@AfterAll
	static void endTheFixedVariant() {
		fixed.close();
	}

	static Stream<Arguments> faults() {
		return Stream.of(fault("04-slow-gc", 30, FaultsIntegrationTests::promotesWhatTheCollectorLeaves),
				fault("05-cpu-bound", 100, FaultsIntegrationTests::takesCpu),
				fault("06-slow-io", 100, FaultsIntegrationTests::waitsForEachAnswer),
				fault("12-sparse-collections", 300, FaultsIntegrationTests::holdsHundredsOfTables),
				fault("13-explicit-gc", 50, FaultsIntegrationTests::asksForCollections),
				fault("15-blocked-event-loop", 100, FaultsIntegrationTests::blocksAnEventLoop),
				fault("16-allocates-fast", 300, FaultsIntegrationTests::allocatesMuchAndHoldsLittle),
				fault("17-large-live-set", 100, FaultsIntegrationTests::holdsMostOfTheHeap));
	}

	static Stream<Arguments> leaks() {
		return Stream.of(leak("08-thread-local-leak", RunningVariant::collect, 8 * MEGABYTE),
				leak("09-class-loader-leak", FaultsIntegrationTests::classesAfterCollection, 100),
				leak("10-direct-buffer-leak", FaultsIntegrationTests::directBytesAfterCollection, 4 * MEGABYTE),
				leak("11-thread-leak", (variant) -> variant.number("memory", "$.threads.live"), 100));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void loadShowsTheSymptom(String profile, int requests, Consumer<RunningVariant> symptom) {
		try (RunningVariant variant = RunningVariant.start(profile)) {
			await().atMost(PATIENCE).untilAsserted(() -> {
				variant.load(requests);
				symptom.accept(variant);
			});
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("leaks")
	void loadLeavesMoreAndMoreBehind(String profile, Amount amount, double growth) {
		try (RunningVariant variant = RunningVariant.start(profile)) {
			variant.load(100);
			double before = amount.of(variant);
			await().atMost(PATIENCE).untilAsserted(() -> {
				variant.load(200);
				assertThat(amount.of(variant) - before).isGreaterThan(growth);
			});
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void fixedVariantHasNoSymptom(String profile, int requests, Consumer<RunningVariant> symptom) {
		fixed.load(requests);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> symptom.accept(fixed));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("leaks")
	void fixedVariantDoesNotGrow(String profile, Amount amount, double growth) {
		double before = amount.of(fixed);
		fixed.load(300);
		assertThat(amount.of(fixed) - before).isLessThan(growth);
	}

	@Test
	void requestsWaitForTheOneThatWritesAFile() {
		try (RunningVariant variant = RunningVariant.start("07-blocking-files")) {
			await().atMost(PATIENCE).untilAsserted(() -> {
				CompletableFuture<Void> load = CompletableFuture.runAsync(() -> variant.load(100));
				List<String> blockedIn = variant.read("threaddump",
						"$.threads[?(@.threadState=='BLOCKED')].stackTrace[0].className");
				load.join();
				assertThat(blockedIn).contains(FileNames.class.getName());
			});
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsArePinned() {
		try (RunningVariant variant = RunningVariant.start(PinnedNames.PROFILE)) {
			await().atMost(PATIENCE).untilAsserted(() -> {
				variant.load(30);
				String pinned = "$.workers[?(@.kind=='virtual')].pinned.";
				assertThat(variant.<List<Integer>>read("memory/latency", pinned + "count")).first()
					.satisfies((count) -> assertThat(count).isGreaterThanOrEqualTo(20));
				assertThat(variant.<List<String>>read("memory/latency", pinned + "stack[*]"))
					.anyMatch((frame) -> frame.contains(PinnedNames.class.getName()));
			});
		}
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void pinnedVariantSaysThatItNeedsVirtualThreads() throws Exception {
		Process process = RunningVariant.process(PinnedNames.PROFILE);
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("This profile needs Java 21 or later, as Java " + Runtime.version().feature())
			.doesNotContain("\tat ");
		assertThat(process.waitFor()).isOne();
	}

	private static void promotesWhatTheCollectorLeaves(RunningVariant variant) {
		assertThat(variant.<List<Number>>read("memory/gc", "$.events[*].promotedBytes"))
			.anyMatch((bytes) -> bytes.doubleValue() > 20 * MEGABYTE);
	}

	private static void takesCpu(RunningVariant variant) {
		assertThat(route(variant, "cpuNanos") / route(variant, "requests")).isGreaterThan(20 * MILLISECOND);
	}

	private static void waitsForEachAnswer(RunningVariant variant) {
		assertThat(route(variant, "latency.minNanos")).isGreaterThan(4 * 50 * MILLISECOND);
		assertThat(route(variant, "cpuNanos") / route(variant, "requests"))
			.isLessThan(route(variant, "latency.meanNanos") / 5);
	}

	private static void holdsHundredsOfTables(RunningVariant variant) {
		assertThat(variant.collect()).isGreaterThan(100 * MEGABYTE);
	}

	private static void asksForCollections(RunningVariant variant) {
		assertThat(variant.<List<String>>read("memory/gc", "$.events[?(@.kind=='full')].cause"))
			.filteredOn("System.gc()"::equals)
			.hasSizeGreaterThanOrEqualTo(50);
	}

	private static void blocksAnEventLoop(RunningVariant variant) {
		assertThat(variant.<List<Number>>read("memory/latency", "$.eventLoops[*].longest.durationNanos"))
			.anyMatch((nanos) -> nanos.doubleValue() > 100 * MILLISECOND);
		assertThat(variant.<List<String>>read("memory/latency", "$.eventLoops[*].longest.stack[*]"))
			.anyMatch((frame) -> frame.contains(BlockingController.class.getName()));
	}

	private static void allocatesMuchAndHoldsLittle(RunningVariant variant) {
		assertThat(route(variant, "allocated.p50Bytes")).isGreaterThan(MEGABYTE / 2);
		assertThat(variant.number("memory", "$.heap.liveBytes")).isLessThan(100 * MEGABYTE);
	}

	private static void holdsMostOfTheHeap(RunningVariant variant) {
		assertThat(variant.number("memory", "$.heap.liveBytes") / variant.number("memory", "$.heap.maxBytes"))
			.isGreaterThan(0.7);
	}

	private static double classesAfterCollection(RunningVariant variant) {
		variant.collect();
		return variant.number("memory", "$.classes.loaded");
	}

	private static double directBytesAfterCollection(RunningVariant variant) {
		variant.collect();
		return variant.number("memory", "$.summary.directBufferBytes");
	}

	private static double route(RunningVariant variant, String field) {
		return variant.number("memory/routes", "$.routes[0]." + field);
	}

	private static Arguments fault(String profile, int requests, Consumer<RunningVariant> symptom) {
		return arguments(profile, requests, symptom);
	}

	private static Arguments leak(String profile, Amount amount, double growth) {
		return arguments(profile, amount, growth);
	}

	/**
	 * Something that a leak leaves behind.
	 */
	interface Amount {

		double of(RunningVariant variant);

	}

}
