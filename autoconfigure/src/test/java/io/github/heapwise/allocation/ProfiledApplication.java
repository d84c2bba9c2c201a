package io.github.heapwise.allocation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.jfr.SharedEventStream;

/**
 * Main class: an application with a profiler, which prints what becomes of it. Uses no
 * class of JFR itself, so that it runs without.
 */
final class ProfiledApplication {

	private static final List<String> REASONS = new ArrayList<>();

	private static final AllocationProfiler PROFILER = Profilers.create(Profilers.DEFAULT_CPU_BUDGET, REASONS);

	private static final String DEEP_THREAD = "deep";

	private ProfiledApplication() {
	}

	public static void main(String[] args) throws IOException {
		switch (args[0]) {
			case "exit" -> untilMainEnds();
			case "deep" -> withDeepStacks();
			case "chunks" -> withChunks();
			case "twice" -> startedTwice();
			case "survivors" -> untilSurvivorsFail();
			default -> untilDecided();
		}
		System.out.println("reasons=" + REASONS);
		System.out.println("mainEnded=true");
	}

	// Neither closed nor exited: the JVM has to end all the same.
	private static void untilMainEnds() {
		startRecording();
		KnownWork.run(1000);
	}

	private static void untilDecided() {
		PROFILER.start();
		await(() -> PROFILER.status().state() != RecorderStatus.State.STARTING);
		System.out.println("state=" + PROFILER.status().state());
		System.out.println("reason=" + PROFILER.status().reason());
		KnownWork.run(1000);
		PROFILER.close();
		PROFILER.start();
		await(() -> PROFILER.status().state() != RecorderStatus.State.STARTING);
		System.out.println("again=" + PROFILER.status().state());
	}

	private static void untilSurvivorsFail() {
		SurvivorSampling sampling = new SurvivorSampling(new SharedEventStream(64, null), (name) -> true,
				(name) -> false, SurvivorTimes.DEFAULT, Clock.systemUTC(), REASONS::add);
		sampling.suspectGrowth();
		await(() -> sampling.unavailableReason() != null);
		sampling.close();
		System.out.println("survivors=" + sampling.unavailableReason());
	}

	private static void withDeepStacks() {
		startRecording();
		Thread thread = new Thread(() -> {
			Instant end = Instant.now().plusSeconds(3);
			while (Instant.now().isBefore(end)) {
				recurse(100);
			}
		}, DEEP_THREAD);
		thread.start();
		await(() -> deepest() >= 60 && !thread.isAlive());
		System.out.println("deepest=" + deepest());
		// looking allocates too, on a slow machine not much less
		AllocationProfile profile = Profilers.lastMinutes(PROFILER, DEEP_THREAD);
		System.out.println("truncatedPercent=" + Math.round(100 * profile.truncatedRatio()));
	}

	// What the JVM says of itself, as 'jcmd <pid> JFR.configure' does.
	private static void withChunks() {
		startRecording();
		try {
			Object answer = ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "jfrConfigure",
						new Object[] { new String[0] }, new String[] { String[].class.getName() });
			answer.toString()
				.lines()
				.filter((line) -> line.startsWith("Max chunk size: "))
				.forEach((line) -> System.out.println("chunk=" + line.split(": ")[1]));
		}
		catch (JMException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int recurse(int depth) {
		if (depth > 0) {
			return 1 + recurse(depth - 1);
		}
		KnownWork.run(10);
		return 0;
	}

	private static int deepest() {
		CallTree tree = Profilers.lastMinutes(PROFILER, DEEP_THREAD).tree();
		return IntStream.range(0, tree.size()).map(tree::level).max().orElse(0);
	}

	private static void startedTwice() throws IOException {
		for (int i = 0; i < 2; i++) {
			startRecording();
			KnownWork.run(3000);
			await(() -> Profilers.lastMinutes(PROFILER, null).samples() > 0);
			PROFILER.close();
		}
		System.out.println("chunks=" + chunks());
		System.out.println("threads=" + Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("heapwise-") || name.contains("Event Stream"))
			.toList());
	}

	private static List<Path> chunks() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.toString().endsWith(".jfr")).toList();
		}
	}

	private static void startRecording() {
		PROFILER.start();
		await(() -> PROFILER.status().state() == RecorderStatus.State.RECORDING);
	}

	private static void await(BooleanSupplier condition) {
		Instant deadline = Instant.now().plusSeconds(60);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				System.out.println("state=" + PROFILER.status() + " after a minute");
				System.exit(1);
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
	}

}
