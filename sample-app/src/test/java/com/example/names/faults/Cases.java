package com.example.names.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.example.names.faults.Case.Help;

import org.springframework.util.StringUtils;

/**
 * Every fault of the sample, and applications that have none.
 */
final class Cases {

	private static final Duration SOON = Duration.ofSeconds(30);

	// Twelve slices of ten seconds show a trend, and a minute more who allocated what
	// stays.
	private static final Duration TREND = Duration.ofSeconds(240);

	private static final Duration OVER = Duration.ofSeconds(100);

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	private Cases() {
	}

	static List<Case> all() {
		return batches().stream().flatMap(List::stream).sorted(Comparator.comparing(Case::name)).toList();
	}

	/**
	 * Return them as they leave each other enough of two processors.
	 * @return what can run at a time
	 */
	static List<List<Case>> batches() {
		List<List<Case>> batches = new ArrayList<>(List.of(leaks(), List.of(growth(), idle())));
		batches.addAll(waiting());
		busy().forEach((each) -> batches.add(List.of(each)));
		return batches;
	}

	private static List<Case> leaks() {
		return List.of(
				Case.fault("08-thread-local-leak", "memory-grows", "ThreadLocalNames")
					.withHeap("128m")
					.with("--names.faults.leaks-per-second=10")
					.under(Load.steady(TREND)),
				leak("09-class-loader-leak", "metaspace-grows", "ClassLoaderNames.formats",
						"--names.faults.leaks-per-second=100")
					.asking(Help.HEAP_DUMP),
				leak("10-direct-buffer-leak", "direct-buffers-grow", "DirectBufferNames.unsent").asking(Help.HEAP_DUMP),
				leak("11-thread-leak", "threads-grow", "'letters-#'"));
	}

	private static Case growth() {
		return Case.fault("01-initial", "memory-grows", "LeakingNames.name")
			.withHeap("128m")
			.under(new Load(10, 2000, TREND));
	}

	private static Case idle() {
		return Case.healthy("02-fixed").called("02-fixed, idle").under(Load.none(Duration.ofSeconds(60)));
	}

	// A processor each.
	private static List<List<Case>> waiting() {
		List<Case> loop = List.of(Case.fault("15-blocked-event-loop", "loop-blocked", "SlowRegistry.knows"));
		List<Case> pinned = List.of(Case.fault("14-pinned-virtual-threads", "threads-pinned", "SlowRegistry.knows"));
		return List.of(
				List.of(Case.fault("06-slow-io", "waiting-on-io", "GET /"),
						Case.fault("07-blocking-files", "waiting-on-io", "GET /").under(new Load(40, 1000, SOON))),
				(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS)
						? Stream.concat(loop.stream(), pinned.stream()).toList() : loop);
	}

	private static List<Case> busy() {
		return List.of(Case.fault("03-gc-block", "humongous", "BlockNames.name").with("--names.block.size=200MB"),
				Case.fault("04-slow-gc", "premature-promotion", "SlowGcNames.following").under(new Load(20, 100, SOON)),
				Case.fault("05-cpu-bound", "cpu-bound", "GET /"),
				Case.fault("12-sparse-collections", "live-near-limit", "SparseNames.nameByAdjectiveByMap")
					.asking(Help.HEAP_DUMP)
					.withHeap("340m")
					.under(new Load(10, 300, SOON)),
				Case.fault("13-explicit-gc", "explicit-gc", "CollectingNames.name"),
				Case.fault("17-large-live-set", "live-near-limit", "HoardingNames")
					.asking(Help.HEAP_DUMP)
					.with("--names.faults.live-ratio=0.8"),
				Case.healthy("16-allocates-fast").under(new Load(10, 1000, SOON)),
				Case.healthy("02-fixed")
					.called("02-fixed, warming up")
					.under(new Load(10, 1000, Duration.ofSeconds(12))),
				Case.healthy("02-fixed"));
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
