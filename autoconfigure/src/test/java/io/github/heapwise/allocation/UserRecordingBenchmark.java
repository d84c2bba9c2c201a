package io.github.heapwise.allocation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import io.github.heapwise.jfr.SharedEventStream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Prints how large a user's recording with {@code default.jfc} gets. Arguments: MB a
 * second, seconds, {@code with} or {@code without} Heapwise.
 */
final class UserRecordingBenchmark {

	private static final long WARM_UP_MILLIS = 10_000;

	private UserRecordingBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		AllocationSettings settings = new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 16 << 20,
				200_000, 0.01, (name) -> true, (name) -> false, RouteSources.none());
		int seconds = Integer.parseInt(args[1]);
		Path file = Files.createTempFile("user", ".jfr");
		try (KnownWorkload workload = new KnownWorkload(Long.parseLong(args[0]) << 20, false);
				AllocationProfiler profiler = new AllocationProfiler(settings, new SharedEventStream(128, null),
						Clock.systemUTC(), System.out::println);
				Recording recording = new Recording(Configuration.getConfiguration("default"))) {
			if (args[2].equals("with")) {
				profiler.start();
			}
			workload.resume();
			Thread.sleep(WARM_UP_MILLIS);
			recording.start();
			Thread.sleep(1000L * seconds);
			recording.dump(file);
			System.out.printf("JDK %d, %s MB/s, %s Heapwise (%.0f events/s): %.0f KB a minute%n",
					Runtime.version().feature(), args[0], args[2], profiler.status().samplesPerSecond(),
					Files.size(file) / 1024.0 * 60 / seconds);
		}
		finally {
			Files.delete(file);
		}
	}

}
