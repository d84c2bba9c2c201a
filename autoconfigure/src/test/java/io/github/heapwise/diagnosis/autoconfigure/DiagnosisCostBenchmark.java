package io.github.heapwise.diagnosis.autoconfigure;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import io.github.heapwise.diagnosis.ProcessReadings;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;

/**
 * Measures what the diagnosis of a loaded application costs: of its threads over some
 * minutes, in which it runs every ten seconds, and of single diagnoses in a row.
 * <p>
 * Run its main method.
 */
final class DiagnosisCostBenchmark {

	private static final int WARM_UP_SECONDS = 60;

	private static final int SECONDS = 180;

	private static final int ROUNDS = 200;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private DiagnosisCostBenchmark() {
	}

	public static void main(String[] args) throws InterruptedException {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, BusyKitchen.class)) {
			Thread load = new Thread(() -> load(application), "load");
			load.setDaemon(true);
			load.start();
			Thread.sleep(1000L * WARM_UP_SECONDS);
			for (String name : new String[] { "heapwise-diagnosis", "heapwise-readings" }) {
				cost(name, 0);
			}
			long diagnosis = cpuNanos("heapwise-diagnosis");
			long readings = cpuNanos("heapwise-readings");
			Thread.sleep(1000L * SECONDS);
			cost("heapwise-diagnosis", diagnosis);
			cost("heapwise-readings", readings);
			inARow(application);
			System.out.printf("readings %d KB, all of Heapwise %d KB%n",
					application.context().getBean(ProcessReadings.class).heapBytes() >> 10,
					application.context()
						.getBeanProvider(HeapUse.class)
						.stream()
						.mapToLong(HeapUse::bytes)
						.sum() >> 10);
		}
	}

	private static void cost(String name, long before) {
		double millis = (cpuNanos(name) - before) / 1e6;
		System.out.printf("%s: %.1f ms CPU, %.2f ms each 10 s, %.4f %% of a core%n", name, millis,
				millis * 10 / SECONDS, millis / 10 / SECONDS);
	}

	private static void inARow(RunningApplication application) {
		SignalReader reader = application.context().getBean(SignalReader.class);
		RuleBook rules = application.context().getBean(RuleBook.class);
		double[] read = new double[ROUNDS];
		double[] judged = new double[ROUNDS];
		long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
		for (int i = 0; i < ROUNDS; i++) {
			long start = THREADS.getCurrentThreadCpuTime();
			Signals signals = reader.read();
			long middle = THREADS.getCurrentThreadCpuTime();
			rules.diagnose(signals);
			read[i] = (middle - start) / 1e6;
			judged[i] = (THREADS.getCurrentThreadCpuTime() - middle) / 1e6;
		}
		allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
		System.out.printf("in a row: first %.2f + %.2f ms, then read %.2f ms, rules %.2f ms (medians), %d KB garbage%n",
				read[0], judged[0], median(read), median(judged), allocated / ROUNDS >> 10);
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static long cpuNanos(String name) {
		return Arrays.stream(THREADS.getAllThreadIds())
			.filter((id) -> THREADS.getThreadInfo(id) != null && THREADS.getThreadInfo(id).getThreadName().equals(name))
			.map(THREADS::getThreadCpuTime)
			.sum();
	}

	private static void load(RunningApplication application) {
		while (true) {
			application.get("/meals");
		}
	}

}
