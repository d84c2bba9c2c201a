package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.GcSettings;
import io.github.heapwise.gc.SurvivorFeed;
import io.github.heapwise.jfr.SharedEventStream;
import org.awaitility.Awaitility;

/**
 * Fills its heap with garbage first, which must not take a dump, and then with objects
 * that stay. Prints what came of it. Second argument: {@code forced} to run collections,
 * {@code busy} to make garbage until there is a dump.
 */
final class FilledApplication {

	// Larger ones would fill whole regions of the heap, and half of each with nothing.
	private static final int BLOCK_BYTES = 100_000;

	private static final int BLOCKS = 750;

	private final List<byte[]> kept = new ArrayList<>();

	private volatile byte[] garbage;

	public static void main(String[] args) {
		new FilledApplication().run(Path.of(args[0]), args[1].equals("forced"));
		System.exit(0);
	}

	private void run(Path directory, boolean forced) {
		TriggeredDumps dumps = TriggeredDumps.onFullHeap(directory, 0.5);
		SurvivorFeed feed = new SurvivorFeed(dumps.survivors);
		GcMonitor monitor = new GcMonitor(new GcSettings(1000, Duration.ofMinutes(5)), new SharedEventStream(64, null),
				List.of(feed), Clock.systemUTC(), System.out::println);
		monitor.start();
		if (!forced) {
			monitor.startRecording();
			await(() -> monitor.inexactReason() == null);
		}
		keep();
		// Concurrent collections of what is not garbage yet are over then, and told.
		collect(monitor);
		this.kept.clear();
		feed.start(() -> monitor.summary().trend());
		collectTwice(monitor);
		System.out.println("garbage=" + dumps.all().size());
		keep();
		if (forced) {
			collectTwice(monitor);
		}
		else {
			await(() -> isThereADumpAfterSomeGarbage(dumps));
		}
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

	private boolean isThereADumpAfterSomeGarbage(TriggeredDumps dumps) {
		for (int i = 0; i < BLOCKS; i++) {
			this.garbage = new byte[BLOCK_BYTES / 10];
		}
		return !dumps.all().isEmpty();
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
	}

	private static void collectTwice(GcMonitor monitor) {
		collect(monitor);
		collect(monitor);
	}

	private static void collect(GcMonitor monitor) {
		long before = forced(monitor);
		System.gc();
		await(() -> forced(monitor) > before);
	}

	private static long forced(GcMonitor monitor) {
		return monitor.events(null).events().stream().filter((event) -> event.cause().equals("System.gc()")).count();
	}

}
