package io.github.heapwise.heapgraph;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * Dumps its heap while threads wait with something in their variables. Arguments: where
 * to dump to, and {@code virtual} for a virtual thread besides the platform thread.
 */
final class ParkedThreads {

	private static final CountDownLatch NEVER = new CountDownLatch(1);

	private ParkedThreads() {
	}

	public static void main(String[] args) throws Exception {
		CountDownLatch parked = new CountDownLatch(args.length);
		Runnable work = () -> hold(parked);
		Thread platform = new Thread(work, "platform");
		platform.setDaemon(true);
		platform.start();
		if (args.length > 1) {
			Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
		}
		parked.await();
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], true);
	}

	private static void hold(CountDownLatch parked) {
		Held held = new Held(new byte[100_000]);
		parked.countDown();
		await();
		System.out.println(held.bytes().length);
	}

	private static void await() {
		try {
			NEVER.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private record Held(byte[] bytes) {

	}

}
