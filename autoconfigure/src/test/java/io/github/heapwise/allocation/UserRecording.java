package io.github.heapwise.allocation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;

/**
 * Main class: an application that records itself with the JDK's default configuration,
 * with or without Heapwise beside it, under a steady load, and counts what it recorded.
 */
final class UserRecording {

	private static volatile boolean done;

	private UserRecording() {
	}

	public static void main(String[] args) throws Exception {
		String heapwise = args[0];
		double budget = Double.parseDouble(args[1]);
		int seconds = Integer.parseInt(args[2]);
		Thread load = new Thread(UserRecording::load, "load");
		load.start();
		List<String> reasons = new ArrayList<>();
		AllocationProfiler profiler = Profilers.create(budget, reasons);
		if (heapwise.startsWith("before")) {
			start(profiler);
		}
		if (heapwise.equals("beforeSliced")) {
			await(() -> profiler.status().sampling().isSliced(), "sliced");
		}
		try (Recording recording = new Recording(Configuration.getConfiguration("default"))) {
			recording.start();
			if (heapwise.equals("after")) {
				start(profiler);
			}
			if (heapwise.equals("afterPlain")) {
				new RecordingStream().startAsync();
			}
			Instant end = Instant.now().plusSeconds(seconds);
			while (Instant.now().isBefore(end)) {
				LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
				System.out.println("sampling=" + profiler.status().sampling());
			}
			recording.stop();
			print(recording);
		}
		System.out.println("reasons=" + reasons);
		done = true;
		System.exit(0);
	}

	private static void print(Recording recording) throws Exception {
		Path file = Files.createTempFile("user", ".jfr");
		recording.dump(file);
		long activeSettings = 0;
		long allocations = 0;
		long chunks = 0;
		for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
			String name = event.getEventType().getName();
			activeSettings += name.equals("jdk.ActiveSetting") ? 1 : 0;
			chunks += name.equals("jdk.ActiveRecording") ? 1 : 0;
			allocations += name.startsWith("jdk.ObjectAllocationIn") || name.startsWith("jdk.ObjectAllocationOut") ? 1
					: 0;
		}
		System.out.println("activeSettings=" + activeSettings);
		System.out.println("activeRecordings=" + chunks);
		System.out.println("allocations=" + allocations);
		System.out.println("fileBytes=" + Files.size(file));
		Files.delete(file);
	}

	private static void start(AllocationProfiler profiler) {
		profiler.start();
		await(() -> profiler.status().state() == RecorderStatus.State.RECORDING, "recording");
	}

	private static void await(BooleanSupplier condition, String what) {
		Instant deadline = Instant.now().plusSeconds(60);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				System.out.println("never=" + what);
				System.exit(1);
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private static void load() {
		while (!done) {
			KnownWork.run(20);
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

}
