package io.github.heapwise.heapview;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.Redaction;
import io.github.heapwise.hprof.RedactionSettings;

/**
 * Holds objects in many ways and dumps itself. Arguments: where to write the dump, and
 * the same redacted.
 */
final class ViewedApplication {

	static final int ORDERS_HELD = 3000;

	private static final Map<String, Order> ORDERS = new HashMap<>();

	private static final SoftReference<Cached> SOFT = new SoftReference<>(new Cached());

	private static final WeakReference<Order> WEAK = new WeakReference<>(new Order("weak", 1));

	private static final ThreadLocal<Session> SESSION = new ThreadLocal<>();

	private static final CountDownLatch STARTED = new CountDownLatch(1);

	private static final CountDownLatch ENDED = new CountDownLatch(1);

	private ViewedApplication() {
	}

	public static void main(String[] args) throws Exception {
		ORDERS.put("weak", WEAK.get());
		for (int i = 0; i < ORDERS_HELD - 1; i++) {
			ORDERS.put("order " + i, new Order("Gr\u00fc\u00dfe " + i, i));
		}
		Thread worker = new Thread(ViewedApplication::work, "orders-worker");
		worker.start();
		STARTED.await();
		URL classes = ViewedApplication.class.getProtectionDomain().getCodeSource().getLocation();
		try (URLClassLoader plugins = new URLClassLoader("plugins", new URL[] { classes }, null)) {
			Class<?> plugin = plugins.loadClass(ViewedApplication.class.getName());
			dump(args[0]);
			Redaction.of(Path.of(args[0]), RedactionSettings.STRICT, CancelSignal.NEVER)
				.writeTo(Path.of(args[1]), CancelSignal.NEVER);
			System.out.println("plugin=" + plugin.getName());
			System.out.println("cached=" + SOFT.get());
		}
		ENDED.countDown();
		worker.join();
	}

	private static void work() {
		SESSION.set(new Session());
		Basket basket = new Basket();
		STARTED.countDown();
		try {
			ENDED.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		System.out.println("basket=" + basket + SESSION.get());
	}

	private static void dump(String file) throws Exception {
		new File(file).delete();
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
	}

	private record Order(String name, Integer number) {

	}

	private static final class Cached {

	}

	private static final class Session {

	}

	private static final class Basket {

	}

}
