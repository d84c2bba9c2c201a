package com.example.names.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/**
 * Every fault of the sample, and applications that have none.
 */
final class Cases {

	private static final Duration SOON = Duration.ofSeconds(30);

	// Twelve slices of ten seconds show a trend, and a minute more who allocated what
	// stays.
	private static final Duration TREND = Duration.ofSeconds(215);

	private static final Duration OVER = Duration.ofSeconds(100);

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	private Cases() {
	}

	static List<Case> all() {
		return Stream.of(busy(), quiet(), alone())
			.flatMap(List::stream)
			.sorted(Comparator.comparing(Case::name))
			.toList();
	}

	/**
	 * Return those that use the processors, so that one at a time can run.
	 * @return the cases
	 */
	static List<Case> busy() {
		return List.of(Case.fault("03-gc-block", "humongous", "BlockNames.name").with("--names.block.size=200MB"),
				Case.fault("04-slow-gc", "premature-promotion", "SlowGcNames.following"),
				Case.fault("13-explicit-gc", "explicit-gc", "CollectingNames.name"),
				Case.healthy("16-allocates-fast").under(new Load(10, 1000, SOON)),
				Case.healthy("02-fixed")
					.called("02-fixed, warming up")
					.under(new Load(10, 1000, Duration.ofSeconds(12))),
				Case.healthy("02-fixed"));
	}

	/**
	 * Return those that have to have all processors, so that nothing else can run.
	 * @return the cases
	 */
	static List<Case> alone() {
		return List.of(Case.fault("05-cpu-bound", "cpu-bound", "GET /"));
	}

	/**
	 * Return those that leave the processors idle, so that several can run at a time.
	 * @return the cases, those that take longest first
	 */
	static List<Case> quiet() {
		Stream<Case> leaks = Stream.of(
				Case.fault("01-initial", "memory-grows", "LeakingNames.name")
					.withHeap("96m")
					.under(new Load(10, 1000, TREND)),
				Case.fault("08-thread-local-leak", "memory-grows", "ThreadLocalNames")
					.withHeap("128m")
					.with("--names.faults.leaks-per-second=10")
					.under(Load.steady(TREND)),
				leak("09-class-loader-leak", "metaspace-grows", "ClassLoaderNames.formats",
						"--names.faults.leaks-per-second=100")
					.onceDumped(),
				leak("10-direct-buffer-leak", "direct-buffers-grow", "DirectBufferNames.unsent").onceDumped(),
				leak("11-thread-leak", "threads-grow", "'letters-#'"));
		Stream<Case> others = Stream.of(Case.fault("06-slow-io", "waiting-on-io", "GET /"),
				Case.fault("07-blocking-files", "waiting-on-io", "GET /"),
				Case.fault("12-sparse-collections", "live-near-limit", "SparseNames.nameByAdjectiveByMap")
					.onceDumped()
					.withHeap("340m")
					.under(new Load(10, 300, SOON)),
				Case.fault("15-blocked-event-loop", "loop-blocked", "SlowRegistry.knows"),
				Case.fault("17-large-live-set", "live-near-limit", "HoardingNames")
					.onceDumped()
					.with("--names.faults.live-ratio=0.8"),
				Case.healthy("02-fixed").called("02-fixed, idle").under(Load.none(Duration.ofSeconds(60))));
		Stream<Case> pinned = (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS)
				? Stream.of(Case.fault("14-pinned-virtual-threads", "threads-pinned", "SlowRegistry.knows"))
				: Stream.empty();
		return Stream.of(leaks, others, pinned).flatMap((cases) -> cases).toList();
	}

	// Of growth all thirds have to bring their part, for which fewer minutes than usual
	// will do.
	private static Case leak(String profile, String rule, String named, String... settings) {
		String over = "--heapwise.diagnosis.%s.over=%ds".formatted(rule, OVER.toSeconds());
		return Case.fault(profile, rule, named)
			.with(StringUtils.addStringToArray(settings, over))
			.under(Load.steady(OVER.plus(SOON)));
	}

}
