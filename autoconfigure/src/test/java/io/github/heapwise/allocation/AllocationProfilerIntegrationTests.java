package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jvm.OwnThreads;
import io.github.heapwise.test.VirtualThreads;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Integration tests for {@link AllocationProfiler} with the Flight Recorder of this JVM.
 */
class AllocationProfilerIntegrationTests {

	private static final int ROUNDS = 8000;

	private static final String WORK = KnownWork.class.getName();

	private final List<String> reasons = Collections.synchronizedList(new ArrayList<>());

	private final AllocationProfiler profiler = Profilers.create(1, this.reasons);

	private final CountDownLatch end = new CountDownLatch(1);

	private final AtomicBoolean stop = new AtomicBoolean();

	private Set<Recording> recordingsBefore = Set.of();

	private Set<Thread> threadsBefore = Set.of();

	@BeforeEach
	void rememberWhatIsThere() {
		this.recordingsBefore = recordings();
		this.threadsBefore = threads();
	}

	@AfterEach
	void nothingIsLeft() {
		this.stop.set(true);
		this.end.countDown();
		this.profiler.close();
		await(() -> {
			assertThat(recordings()).isEqualTo(this.recordingsBefore);
			assertThat(threads()).filteredOn((thread) -> !this.threadsBefore.contains(thread))
				.extracting(Thread::getName)
				.noneMatch((name) -> name.startsWith(OwnThreads.PREFIX) || name.contains("Event Stream"));
		});
	}

	@Test
	void bytesOfAPlatformThreadAreKnownByMethodAndClass() {
		startRecording();
		Thread worker = new Thread(this::workUntilTheEnd, "known-worker");
		worker.start();
		await(() -> {
			AllocationProfile profile = Profilers.lastMinutes(this.profiler, "known-worker");
			assertKnownWork(profile, 10);
			assertThat(profile.scaled()).isTrue();
			assertThat(profile.samples()).isGreaterThan(100);
		});
		CallTree tree = Profilers.lastMinutes(this.profiler, "known-worker").tree();
		assertThat(categories(tree)).containsEntry(WORK + ".small", FrameCategory.APPLICATION)
			.containsEntry("java.lang.Thread.run", FrameCategory.JDK)
			.containsEntry("byte[]", FrameCategory.ALLOCATED_CLASS)
			.containsEntry("int[]", FrameCategory.ALLOCATED_CLASS)
			.containsEntry("long[]", FrameCategory.ALLOCATED_CLASS);
		assertThat(callees(tree, WORK + ".small")).containsExactly("byte[]");
		assertThat(callees(tree, WORK + ".medium")).containsExactly("int[]");
		assertThat(callees(tree, WORK + ".large")).containsExactly("long[]");
	}

	@Test
	void bytesOfVirtualThreadsAreKnownByMethod() {
		String group = VirtualThreads.AVAILABLE ? "virtual threads" : "Thread";
		startRecording();
		VirtualThreads.startOrElsePlatform(this::workUntilTheEnd);
		await(() -> {
			AllocationProfile profile = Profilers.lastMinutes(this.profiler, group);
			assertKnownWork(profile, 15);
			assertThat(profile.threads()).extracting(ThreadBytes::name)
				.noneMatch((name) -> name.startsWith("ForkJoinPool"));
		});
	}

	@Test
	void framesOfALibraryAreADependency() {
		startRecording();
		String here = Thread.currentThread().getName();
		KnownWork.run(ROUNDS);
		await(() -> {
			CallTree tree = Profilers.lastMinutes(this.profiler, here).tree();
			Map<String, FrameCategory> junit = categories(tree);
			junit.keySet().removeIf((name) -> !name.startsWith("org.junit."));
			assertThat(junit).isNotEmpty();
			assertThat(junit.values()).containsOnly(FrameCategory.DEPENDENCY);
		});
	}

	@Test
	void ownThreadsAreLeftOutAndReported() {
		startRecording();
		KnownWork.run(ROUNDS);
		await(() -> {
			AllocationProfile profile = Profilers.lastMinutes(this.profiler, null);
			assertThat(profile.ownBytes()).isPositive();
			assertThat(profile.threads()).extracting(ThreadBytes::name)
				.noneMatch((name) -> name.startsWith("heapwise-") || name.startsWith("JFR "));
			assertThat(categories(profile.tree()).keySet())
				.noneMatch((name) -> name.contains("AllocationEventStream") || name.contains("JFR "));
		});
	}

	@Test
	void startedAgainItRecordsFromTheBeginning() {
		startRecording();
		KnownWork.run(ROUNDS);
		await(() -> assertThat(Profilers.lastMinutes(this.profiler, null).samples()).isPositive());
		this.profiler.close();
		assertThat(this.profiler.status().state()).isEqualTo(RecorderStatus.State.UNAVAILABLE);
		assertThat(this.profiler.status().reason()).isEqualTo("Allocation profiling has been stopped");
		assertThat(this.profiler
			.profile(new AllocationQuery(Instant.EPOCH, Instant.now(), null, null, null, AllocationValue.BYTES)))
			.isNull();
		Instant restarted = Instant.now();
		startRecording();
		assertThat(this.profiler.status().retainedFrom()).isAfterOrEqualTo(restarted);
		KnownWork.run(ROUNDS);
		await(() -> assertThat(Profilers.lastMinutes(this.profiler, null).samples()).isPositive());
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void startingAndClosingTwiceIsHarmless() {
		this.profiler.close();
		this.profiler.start();
		this.profiler.start();
		this.profiler.close();
		this.profiler.close();
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void closingRightAfterStartingIsNoFailure() {
		for (int i = 0; i < 20; i++) {
			this.profiler.start();
			this.profiler.close();
		}
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void closingWhileEventsFlowIsNoFailure() {
		List<Thread> load = List.of(load(), load());
		for (int i = 0; i < 5; i++) {
			startRecording();
			await(() -> assertThat(Profilers.lastMinutes(this.profiler, null).samples()).isPositive());
			this.profiler.close();
		}
		assertThat(load).allMatch(Thread::isAlive);
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void twoProfilersSeeTheSame() {
		AllocationProfiler other = Profilers.create(1, this.reasons);
		try {
			other.start();
			startRecording();
			await(() -> assertThat(other.status().state()).isEqualTo(RecorderStatus.State.RECORDING));
			new Thread(this::workUntilTheEnd, "known-worker").start();
			await(() -> {
				assertKnownWork(Profilers.lastMinutes(this.profiler, "known-worker"), 10);
				assertKnownWork(Profilers.lastMinutes(other, "known-worker"), 10);
			});
		}
		finally {
			other.close();
		}
		String here = Thread.currentThread().getName();
		KnownWork.run(ROUNDS);
		await(() -> assertKnownWork(Profilers.lastMinutes(this.profiler, here), 10));
	}

	@Test
	void questionsMayBeAskedWhileEventsFlow() throws InterruptedException {
		startRecording();
		load();
		List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
		List<Thread> readers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Thread reader = new Thread(() -> {
				Instant deadline = Instant.now().plusSeconds(2);
				while (Instant.now().isBefore(deadline)) {
					CallTree tree = Profilers.lastMinutes(this.profiler, null).tree();
					assertThat(tree.totalBytes(0)).isNotNegative();
					assertThat(tree.end(0)).isEqualTo(tree.size());
				}
			});
			reader.setUncaughtExceptionHandler((thread, ex) -> failures.add(ex));
			readers.add(reader);
			reader.start();
		}
		for (Thread reader : readers) {
			reader.join();
		}
		assertThat(failures).isEmpty();
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void failureIsToldOnceAndEndsTheRecording() {
		CodeOwner broken = (name) -> {
			throw new IllegalStateException("broken");
		};
		try (AllocationProfiler failing = new AllocationProfiler(
				new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 16 << 20, 200_000, 1, broken,
						(name) -> false, RouteSources.none()),
				new SharedEventStream(128, null), Clock.systemUTC(), this.reasons::add)) {
			failing.start();
			await(() -> {
				KnownWork.run(100);
				assertThat(failing.status().state()).isEqualTo(RecorderStatus.State.UNAVAILABLE);
				assertThat(recordings()).isEqualTo(this.recordingsBefore);
			});
		}
		assertThat(this.reasons)
			.containsExactly("Allocations cannot be recorded: Flight Recorder failed (IllegalStateException)");
	}

	private void startRecording() {
		this.profiler.start();
		await(() -> assertThat(this.profiler.status().state()).isEqualTo(RecorderStatus.State.RECORDING));
	}

	private void workUntilTheEnd() {
		KnownWork.run(ROUNDS);
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Thread load() {
		Thread load = new Thread(() -> {
			while (!this.stop.get()) {
				KnownWork.run(1);
			}
		}, "load");
		load.start();
		return load;
	}

	private static void assertKnownWork(AllocationProfile profile, int percent) {
		Map<String, Long> bytes = bytesByMethod(profile.tree());
		assertThat(bytes.get(WORK + ".small")).isCloseTo(ROUNDS * KnownWork.SMALL_BYTES, withinPercentage(percent));
		assertThat(bytes.get(WORK + ".medium")).isCloseTo(ROUNDS * KnownWork.MEDIUM_BYTES, withinPercentage(percent));
		assertThat(bytes.get(WORK + ".large")).isCloseTo(ROUNDS / 100 * (long) KnownWork.LARGE_LENGTH,
				withinPercentage(percent));
	}

	private static Map<String, Long> bytesByMethod(CallTree tree) {
		Map<String, Long> bytes = new TreeMap<>();
		for (int node = 0; node < tree.size(); node++) {
			bytes.merge(tree.frame(node).name(), tree.totalBytes(node), Long::sum);
		}
		return bytes;
	}

	private static Map<String, FrameCategory> categories(CallTree tree) {
		Map<String, FrameCategory> categories = new TreeMap<>();
		for (int node = 0; node < tree.size(); node++) {
			categories.put(tree.frame(node).name(), tree.frame(node).category());
		}
		return categories;
	}

	private static Set<String> callees(CallTree tree, String method) {
		Set<String> callees = new HashSet<>();
		for (int node = 0; node < tree.size(); node++) {
			if (tree.frame(node).name().equals(method)) {
				for (int below = node + 1; below < tree.end(node); below = tree.end(below)) {
					callees.add(tree.frame(below).name());
				}
			}
		}
		return callees;
	}

	private static Set<Recording> recordings() {
		return new HashSet<>(FlightRecorder.getFlightRecorder().getRecordings());
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
	}

}
