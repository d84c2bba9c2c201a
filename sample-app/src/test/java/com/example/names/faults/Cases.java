package com.example.names.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every fault of the sample, and applications that have none.
 */
final class Cases {

	// Of growth all thirds have to bring their part, and readings come every ten seconds.
	private static final Duration SLOPE = Duration.ofSeconds(150);

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	private Cases() {
	}

	static List<Case> all() {
		return Stream.concat(busy().stream(), quiet().stream()).toList();
	}

	/**
	 * Return those that use the processors, so that one at a time can run.
	 * @return the cases
	 */
	static List<Case> busy() {
		return List.of(
				Case.fault("01-initial", "memory-grows", "LeakingNames.name")
					.withHeap("96m")
					.under(new Load(10, 2000, SLOPE)),
				Case.fault("03-gc-block", "humongous", "BlockNames.name").with("--names.block.size=200MB"),
				Case.fault("04-slow-gc", "premature-promotion", "SlowGcNames.following"),
				Case.fault("05-cpu-bound", "cpu-bound", "GET /"),
				Case.fault("13-explicit-gc", "explicit-gc", "CollectingNames.name"),
				Case.healthy("16-allocates-fast").under(new Load(10, 1000, Duration.ofSeconds(30))),
				Case.healthy("02-fixed").called("02-fixed, warming up").under(new Load(10, 1000, Duration.ofSeconds(12))),
				Case.healthy("02-fixed"));
	}

	/**
	 * Return those that leave the processors idle, so that several can run at a time.
	 * @return the cases, those that take longest first
	 */
	static List<Case> quiet() {
		Stream<Case> leaks = Stream.of(
				leak("08-thread-local-leak", "memory-grows", "ThreadLocalNames").withHeap("128m")
					.with("--names.faults.leaks-per-second=15"),
				leak("09-class-loader-leak", "metaspace-grows", "class"),
				leak("10-direct-buffer-leak", "direct-buffers-grow", "Direct buffers"),
				leak("11-thread-leak", "threads-grow", "letters-"));
		Stream<Case> others = Stream.of(Case.fault("06-slow-io", "waiting-on-io", "GET /"),
				Case.fault("07-blocking-files", "waiting-on-io", "GET /"),
				Case.fault("12-sparse-collections", "live-near-limit", "").withHeap("320m"),
				Case.fault("15-blocked-event-loop", "loop-blocked", "BlockingController.index"),
				Case.fault("17-large-live-set", "live-near-limit", "").with("--names.faults.live-ratio=0.8"),
				Case.healthy("02-fixed").called("02-fixed, idle").under(Load.none(Duration.ofSeconds(60))));
		Stream<Case> pinned = (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS)
				? Stream.of(Case.fault("14-pinned-virtual-threads", "threads-pinned", "PinnedNames.hasFormat"))
				: Stream.empty();
		return Stream.of(leaks, others, pinned).flatMap((cases) -> cases).toList();
	}

	private static Case leak(String profile, String rule, String named) {
		return Case.fault(profile, rule, named).under(Load.steady(SLOPE));
	}

}
