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
 * Measures what the diagnosis of a loaded application costs: its threads in the minute
 * after the start, diagnoses in a row, as many as in half an hour, and its threads over
 * some minutes after these, as the JIT has seen the code as often then.
 * <p>
 * Run its main method.
 */
final class DiagnosisCostBenchmark {

	private static final int WARM_UP_SECONDS = 60;

	private static final int SECONDS = 180;

	private static final int ROUNDS = 200;

	private static final String[] NAMES = { "heapwise-diagnosis", "heapwise-readings" };

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private DiagnosisCostBenchmark() {
	}

	public static void main(String[] args) throws InterruptedException {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, BusyKitchen.class)) {
			Thread load = new Thread(() -> load(application), "load");
			load.setDaemon(true);
			load.start();
			cost(WARM_UP_SECONDS);
			inARow(application);
			cost(SECONDS);
			System.out.printf("readings %d KB, all of Heapwise %d KB%n",
					application.context().getBean(ProcessReadings.class).heapBytes() >> 10,
					application.context()
						.getBeanProvider(HeapUse.class)
						.stream()
						.mapToLong(HeapUse::bytes)
						.sum() >> 10);
		}
	}

	private static void cost(int seconds) throws InterruptedException {
		long[] before = Arrays.stream(NAMES).mapToLong(DiagnosisCostBenchmark::cpuNanos).toArray();
		Thread.sleep(1000L * seconds);
		for (int i = 0; i < NAMES.length; i++) {
			double millis = (cpuNanos(NAMES[i]) - before[i]) / 1e6;
			System.out.printf("%s in %d s: %.2f ms CPU each 10 s, %.4f %% of a core%n", NAMES[i], seconds,
					millis * 10 / seconds, millis / 10 / seconds);
		}
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
