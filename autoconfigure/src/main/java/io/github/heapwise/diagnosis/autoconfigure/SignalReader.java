package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.ProcessReadings;
import io.github.heapwise.diagnosis.Reading;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.WaitSignals;

/**
 * Reads what the diagnosis is to see of the application.
 */
final class SignalReader {

	private final ProcessReadings process;

	private final Duration window;

	private final Clock clock;

	SignalReader(ProcessReadings process, Duration window, Clock clock) {
		this.process = process;
		this.window = window;
		this.clock = clock;
	}

	Signals read() {
		Instant now = this.clock.instant();
		return new Signals(new TimeSpan(now.minus(this.window), now), null, machine(), trends(), List.of(),
				new SurvivorSignal(null, null, null, null, Confidence.LOW, "Collections are not watched", Series.EMPTY),
				new CollectorTroubles(false, 0, 0, 0, 0, 0, List.of()),
				new WaitSignals(0, 0, 0, Series.EMPTY, List.of(), List.of(), null), List.of(),
				new AllocationSignals(0, 0, List.of(), List.of(), 0));
	}

	private static MachineFacts machine() {
		return new MachineFacts(Duration.ZERO, "G1", Runtime.getRuntime().availableProcessors(), null, null, null,
				false, 1 << 20);
	}

	private Trends trends() {
		return new Trends(Series.EMPTY, Series.EMPTY, Series.EMPTY, Series.EMPTY, Series.EMPTY, Series.EMPTY,
				this.process.series(Reading.GC_CPU_RATIO), this.process.series(Reading.THROTTLED_RATIO), Series.EMPTY,
				this.process.series(Reading.THREADS), this.process.series(Reading.DIRECT_BYTES),
				this.process.series(Reading.MAPPED_BYTES), this.process.series(Reading.METASPACE_BYTES),
				this.process.series(Reading.LOADED_CLASSES), this.process.series(Reading.OPEN_FILES),
				this.process.series(Reading.OPEN_FILES_RATIO));
	}

}
