package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.AllocationSignals.Share;
import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SignalsBuilder;
import io.github.heapwise.diagnosis.SurvivorSignal;

import static io.github.heapwise.diagnosis.rule.CollectionBuilder.MB;

/**
 * What is seen of applications, healthy ones and ones with a fault each. Heap of 512 MB,
 * container of 1 GB, two processors, two minutes of load.
 */
final class Applications {

	private static final int SECONDS = 120;

	private Applications() {
	}

	static MachineFacts machine(String collector) {
		return machine(collector, Duration.ofHours(1), 512, 1024);
	}

	static MachineFacts machine(String collector, Duration uptime, long heapMegabytes, long limitMegabytes) {
		return new MachineFacts(uptime, collector, 2, heapMegabytes * MB, 512 * MB, limitMegabytes * MB, true, MB);
	}

	static SignalsBuilder on(String collector) {
		return SignalsBuilder.healthy().machine(machine(collector)).trends(TrendsBuilder.level().build());
	}

	/**
	 * Add the same collection again and again, all through the window.
	 * @param signals where to add it
	 * @param everySeconds how often
	 * @param collection makes it of a young one of G1
	 * @return where it was added
	 */
	static SignalsBuilder repeated(SignalsBuilder signals, double everySeconds,
			UnaryOperator<CollectionBuilder> collection) {
		for (double before = SECONDS; before > 0; before -= everySeconds) {
			signals.collection(collection.apply(CollectionBuilder.young()).at(before));
		}
		return signals;
	}

	static SurvivorSignal survivors(long liveMegabytes, double megabytesPerHour, Confidence confidence, Series floor) {
		double slope = megabytesPerHour * MB;
		return new SurvivorSignal(liveMegabytes * MB, slope, 0.8 * slope - MB, 1.2 * slope + MB, confidence,
				"It was told so", floor);
	}

	static AllocationSignals allocating(double megabytesPerSecond) {
		return new AllocationSignals(1000, megabytesPerSecond * MB, List.of(new Share("Reports.render", 0.7)),
				List.of(new Share("byte[]", 0.8)), 0.01);
	}

	static RouteSignal route(String route) {
		return new RouteSignal(route, 5000, 0, 5_000_000, 20_000_000, 1e6, 0.75, 0.5, 0);
	}

	static CollectorTroubles troubles(long evacuationFailures, long stalls, long stalledMillis, String... callers) {
		return new CollectorTroubles(true, evacuationFailures, 0, stalls, stalledMillis * 1_000_000, 0,
				List.of(callers));
	}

	static SignalsBuilder leak() {
		return repeated(on("G1"), 2, (gc) -> gc.heap(450, 300).old(290L)).survivors(
				survivors(290, 1200, Confidence.HIGH, TrendsBuilder.everyTenSeconds((i) -> (90 + 3.3 * i) * MB)));
	}

	static SignalsBuilder bloat() {
		return repeated(on("G1"), 2, (gc) -> gc.heap(480, 440).old(430L))
			.survivors(survivors(435, 0, Confidence.HIGH, Series.EMPTY));
	}

	static SignalsBuilder churn() {
		return repeated(on("G1"), 0.25, (gc) -> gc.millis(40)).allocations(allocating(900))
			.route(route("GET /reports"));
	}

	static SignalsBuilder longLists() {
		SignalsBuilder signals = on("G1").allocations(allocating(200)).route(route("GET /reports"));
		repeated(signals, 1, (gc) -> gc.millis(150).heap(450, 380).old(350L).promoted(40L));
		return repeated(signals, 5, (gc) -> gc.kind(Kind.MIXED).millis(150).old(100L).heap(450, 150).promoted(null));
	}

	/**
	 * Return applications with a fault each.
	 * @return signals by id of the rule that has to find it first
	 */
	static Map<String, Signals> faulty() {
		Map<String, Signals> faulty = new TreeMap<>();
		faulty.put("memory-grows", leak().build());
		faulty.put("live-near-limit", bloat().build());
		faulty.put("allocation-pressure", churn().build());
		faulty.put("premature-promotion", longLists().build());
		faulty.put("survivor-overflow",
				repeated(repeated(on("Parallel"), 1, (gc) -> gc.millis(120).survivor(10, 10).old(350L).promoted(40L)),
						40, (gc) -> gc.kind(Kind.FULL).millis(190).old(60L).promoted(null))
					.build());
		faulty.put("humongous",
				repeated(on("G1"), 1, (gc) -> gc.cause("G1 Humongous Allocation").millis(110))
					.allocations(allocating(300))
					.build());
		faulty.put("long-pauses", repeated(on("G1"), 30, (gc) -> gc.millis(700)).build());
		faulty.put("gc-time", repeated(on("G1"), 10, (gc) -> gc.millis(150)).build());
		faulty.put("allocation-stalls", on("ZGC").troubles(troubles(0, 40, 900)).build());
		faulty.put("evacuation-failure", on("G1").troubles(troubles(4, 0, 0)).build());
		faulty.put("full-collections", on("G1").collection(CollectionBuilder.full().millis(90).at(50)).build());
		faulty.put("explicit-gc",
				repeated(on("G1"), 10, (gc) -> gc.kind(Kind.FULL).cause("System.gc()").millis(300))
					.troubles(troubles(0, 0, 0, "Reports.clean", "Reports.clean", "Reports.clean", "Other.call"))
					.build());
		faulty.put("heap-too-small", repeated(on("G1"), 0.2, (gc) -> gc.heap(390, 365).old(320L).millis(30)).build());
		faulty.put("heap-too-large",
				on("G1").machine(machine("G1", Duration.ofHours(1), 900, 1024))
					.trends(TrendsBuilder.level().process(500, 700, 300).build())
					.build());
		faulty.put("container-limit", on("G1").trends(TrendsBuilder.level().process(500, 1000, 10).build()).build());
		faulty.put("direct-buffers-grow",
				on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 4 * i).build()).build());
		faulty.put("metaspace-grows",
				on("G1").trends(TrendsBuilder.level().metaspace((i) -> 60 + i, (i) -> 12_000 + 100 * i).build())
					.build());
		faulty.put("threads-grow", on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build()).build());
		faulty.put("files-grow",
				on("G1").trends(TrendsBuilder.level().files((i) -> 100 + 10 * i, 1_000_000).build()).build());
		return faulty;
	}

	/**
	 * Return applications in which nothing is wrong.
	 * @return signals by what the application does
	 */
	static Map<String, Signals> healthy() {
		Map<String, Signals> healthy = new TreeMap<>();
		healthy.put("G1 under load", repeated(on("G1"), 3, (gc) -> gc.promoted(1L)).build());
		healthy.put("Parallel under load",
				repeated(
						repeated(on("Parallel"), 2,
								(gc) -> gc.cause("Allocation Failure").survivor(10, 10).promoted(2L)),
						60, (gc) -> gc.kind(Kind.FULL).cause("Ergonomics").millis(120).promoted(null))
					.build());
		healthy
			.put("Serial under load",
					repeated(repeated(on("Serial"), 2, (gc) -> gc.cause("Allocation Failure").millis(8).promoted(2L)),
							60, (gc) -> gc.kind(Kind.FULL).cause("Allocation Failure").millis(150).promoted(null))
						.build());
		healthy.put("ZGC under load, floating garbage",
				repeated(on("ZGC"), 2,
						(gc) -> gc.kind(Kind.CONCURRENT)
							.cause("Allocation Rate")
							.millis(400)
							.heap(480, 200)
							.old(null)
							.promoted(null))
					.survivors(survivors(430, 0, Confidence.HIGH, Series.EMPTY))
					.build());
		healthy.put("only allocates fast, G1",
				repeated(on("G1"), 0.1, (gc) -> gc.millis(2)).allocations(allocating(2000)).build());
		healthy.put("only allocates fast, Serial",
				repeated(on("Serial"), 0.05, (gc) -> gc.millis(2.5).heap(150, 20).survivor(1, 10))
					.allocations(allocating(2500))
					.build());
		healthy.put("idle",
				on("G1").idle().trends(TrendsBuilder.level().cpu(0.01, 0.005).requests((i) -> 0).build()).build());
		healthy.put("warm-up",
				repeated(on("Serial"), 15, (gc) -> gc.kind(Kind.FULL).cause("Metadata GC Threshold").millis(120))
					.machine(machine("Serial", Duration.ofSeconds(100), 512, 1024))
					.collection(CollectionBuilder.full().cause("Allocation Failure").millis(250).at(95))
					.collection(CollectionBuilder.young().millis(130).promoted(60L).at(60))
					.trends(TrendsBuilder.level()
						.metaspace((i) -> 60 + i, (i) -> 12_000 + 100 * i)
						.threads((i) -> 40 + 3 * i)
						.build())
					.build());
		healthy.put("cache that fills",
				on("G1")
					.survivors(survivors(200, 300, Confidence.HIGH,
							TrendsBuilder.everyTenSeconds((i) -> (200 - 120 * Math.exp(-i / 12.0)) * MB)))
					.build());
		healthy.put("garbage in the old generation", on("G1")
			.survivors(survivors(200, 900, Confidence.LOW, TrendsBuilder.everyTenSeconds((i) -> (100 + 2 * i) * MB)))
			.build());
		healthy
			.put("pools that fill under more load",
					on("G1").trends(TrendsBuilder.level()
						.requests((i) -> 10 + i)
						.threads((i) -> 40 + 4 * i)
						.files((i) -> 100 + 5 * i, 1_000_000)
						.direct((i) -> 20 + 2 * i)
						.build()).build());
		healthy.put("tight container, nothing grows",
				on("G1").machine(machine("G1", Duration.ofDays(3), 512, 800))
					.trends(TrendsBuilder.level().process(512, 740, 60).build())
					.build());
		return healthy;
	}

}
