package io.github.heapwise.latency;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.heapwise.jfr.SharedEventStream;

/**
 * Has itself stopped for half a second, then prints the stall it saw.
 */
final class StoppedProcess {

	private static final long DEADLINE_NANOS = Duration.ofSeconds(30).toNanos();

	private StoppedProcess() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		LatencySettings settings = new LatencySettings(Duration.ofMillis(10), Duration.ofMinutes(5),
				Duration.ofMinutes(15));
		try (LatencyMonitor monitor = new LatencyMonitor(settings, new SharedEventStream(64, null), Clock.systemUTC(),
				System.out::println)) {
			monitor.start(List.of(), null);
			long start = System.nanoTime();
			while (monitor.nextRow() == 0 && System.nanoTime() - start < DEADLINE_NANOS) {
				Thread.onSpinWait();
			}
			System.out.println("quietNanos=" + monitor.read().stall().p50());
			stopAndContinue();
			long row = monitor.nextRow();
			while (monitor.nextRow() < row + 2 && System.nanoTime() - start < DEADLINE_NANOS) {
				Thread.onSpinWait();
			}
			System.out.println("stallNanos=" + monitor.read().stall().max());
			System.out.println("delays=" + monitor.read().stall().count());
		}
	}

	private static void stopAndContinue() throws IOException, InterruptedException {
		String script = "kill -STOP %1$d; sleep 0.5; kill -CONT %1$d".formatted(ProcessHandle.current().pid());
		new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor();
	}

}
