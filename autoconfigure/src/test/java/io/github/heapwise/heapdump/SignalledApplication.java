package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.awaitility.Awaitility;
import sun.misc.Signal;

/**
 * Works while Flight Recorder samples it, and sends itself signals. Prints what became of
 * them.
 */
final class SignalledApplication {

	private static final long RECORDED_SECONDS = 2;

	private final AtomicInteger earlier = new AtomicInteger();

	private final AtomicLong work = new AtomicLong();

	public static void main(String[] args) throws Exception {
		new SignalledApplication().run(Path.of(args[0]));
	}

	private void run(Path directory) throws Exception {
		Signal.handle(new Signal("USR1"), (signal) -> this.earlier.incrementAndGet());
		TriggeredDumps dumps = TriggeredDumps.onSignal(directory, "USR1");
		try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
			recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(1));
			recording.start();
			workFor(RECORDED_SECONDS);
			System.out.println("unasked=" + dumps.all().size());
			send();
			HeapDump dump = dumps.awaitOne();
			System.out.println("trigger=" + dump.trigger().id());
			System.out.println("reason=" + dump.reason());
			System.out.println("megabytes=" + (dump.facts().sizeBytes() >> 20));
		}
		send();
		send();
		send();
		await(4);
		System.out.println("again=" + (dumps.all().size() - 1));
		System.out.println("sentences=" + dumps.log.size());
		System.out.println("sentence=" + dumps.log.get(0));
		dumps.close();
		send();
		await(5);
		System.out.println("closed=" + this.earlier.get());
		System.exit(0);
	}

	// one after the other: the system keeps one pending signal of a kind
	private void send() throws IOException, InterruptedException {
		int before = this.earlier.get();
		new ProcessBuilder("kill", "-USR1", String.valueOf(ProcessHandle.current().pid())).start().waitFor();
		await(before + 1);
	}

	private void await(int signals) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.earlier.get() == signals);
	}

	private void workFor(long seconds) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (System.nanoTime() < end) {
			this.work.addAndGet(String.valueOf(end).hashCode());
		}
	}

}
