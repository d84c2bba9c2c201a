package io.github.heapwise.heapdump;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts dumps, how long the application stood still for them, and how large they are. A
 * dump that failed counts with no pause and no size, one that the JVM wrote by itself
 * with no pause: nobody knows them.
 */
public final class HeapDumpMeters implements MeterBinder, DumpListener {

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
	}

	@Override
	public void ended(HeapDump dump) {
		this.registries.forEach((registry) -> record(registry, dump));
	}

	private static void record(MeterRegistry registry, HeapDump dump) {
		Tags tags = Tags.of("trigger", dump.trigger().id(), "outcome", dump.state().name().toLowerCase(Locale.ROOT));
		DumpFacts facts = dump.facts();
		Timer.builder("heapwise.heapdump")
			.description("Time that the application stood still for heap dumps")
			.tags(tags)
			.register(registry)
			.record((facts != null) ? Math.max(0, facts.pauseMillis()) : 0, TimeUnit.MILLISECONDS);
		if (facts != null) {
			DistributionSummary.builder("heapwise.heapdump.size")
				.description("Length of heap dumps")
				.baseUnit(BaseUnits.BYTES)
				.tags(tags)
				.register(registry)
				.record(facts.sizeBytes());
		}
	}

}
