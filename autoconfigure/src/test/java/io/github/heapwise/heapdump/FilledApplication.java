package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.GcSettings;
import io.github.heapwise.gc.SurvivorFeed;
import io.github.heapwise.jfr.SharedEventStream;
import org.awaitility.Awaitility;

/**
 * Fills its heap with garbage first, which must not take a dump, and then with objects
 * that stay. Prints what came of it.
 */
final class FilledApplication {

	// Larger ones would fill whole regions of the heap, and half of each with nothing.
	private static final int BLOCK_BYTES = 100_000;

	private static final int BLOCKS = 750;

	private final List<byte[]> kept = new ArrayList<>();

	public static void main(String[] args) {
		new FilledApplication().run(Path.of(args[0]));
		System.exit(0);
	}

	private void run(Path directory) {
		TriggeredDumps dumps = TriggeredDumps.onFullHeap(directory, 0.5);
		SurvivorFeed feed = new SurvivorFeed(dumps.survivors);
		GcMonitor monitor = new GcMonitor(new GcSettings(1000, Duration.ofMinutes(5)), new SharedEventStream(64, null),
				List.of(feed), Clock.systemUTC(), System.out::println);
		monitor.start();
		feed.start(() -> monitor.summary().trend());
		collectTwice(monitor);
		keep();
		this.kept.clear();
		collectTwice(monitor);
		System.out.println("garbage=" + dumps.all().size());
		keep();
		collectTwice(monitor);
		HeapDump dump = dumps.awaitOne();
		System.out.println("trigger=" + dump.trigger().id());
		System.out.println("reason=" + dump.reason());
		System.out.println("kept=" + this.kept.size());
		dumps.close();
		monitor.close();
	}

	private void keep() {
		for (int i = 0; i < BLOCKS; i++) {
			this.kept.add(new byte[BLOCK_BYTES]);
		}
	}

	private static void collectTwice(GcMonitor monitor) {
		for (int i = 0; i < 2; i++) {
			long before = forced(monitor);
			System.gc();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> forced(monitor) > before);
		}
	}

	private static long forced(GcMonitor monitor) {
		return monitor.events(null).events().stream().filter((event) -> event.cause().equals("System.gc()")).count();
	}

}
