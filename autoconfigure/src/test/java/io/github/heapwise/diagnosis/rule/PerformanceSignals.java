package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SignalsBuilder;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.WaitSignals;
import io.github.heapwise.diagnosis.WaitSignals.Blocked;
import io.github.heapwise.diagnosis.WaitSignals.LoopWait;
import io.github.heapwise.diagnosis.WaitSignals.PoolWait;
import org.jspecify.annotations.Nullable;

/**
 * Builds what was seen of an application with two processors of which a test tells only
 * who waits and who computes. The rest is healthy, for two minutes of load.
 */
final class PerformanceSignals {

	static final String[] BLOCKING_STACK = { "jdk.internal.misc.Unsafe.park", "java.net.http.HttpClient.send",
			"com.example.names.SlowRegistry.knows", "com.example.names.NamesController.index",
			"reactor.core.publisher.Mono.just" };

	private final SignalsBuilder builder = SignalsBuilder.healthy();

	private final List<PoolWait> pools = new ArrayList<>();

	private final List<LoopWait> loops = new ArrayList<>();

	private Duration uptime = Duration.ofHours(1);

	private double cpu = 0.4;

	private double collectorCpu = 0.02;

	private double othersCpu;

	private double requestsPerSecond = 50;

	private double allocated = 20e6;

	private Series throttled = SignalsBuilder.everySecond((i) -> 0);

	private Series stallMillis = SignalsBuilder.everySecond((i) -> 2);

	private double stallMedianMillis = 0.1;

	private @Nullable Blocked pinned = new Blocked(0, 0, List.of());

	static PerformanceSignals healthy() {
		return new PerformanceSignals();
	}

	PerformanceSignals idle() {
		this.builder.idle();
		this.requestsPerSecond = 0.1;
		this.cpu = 0.01;
		return this;
	}

	PerformanceSignals uptime(Duration time) {
		this.uptime = time;
		return this;
	}

	/**
	 * Set the CPU time.
	 * @param all processors in use, by the collector as well
	 * @param collector those in use by the collector
	 * @return this
	 */
	PerformanceSignals cpu(double all, double collector) {
		this.cpu = all;
		this.collectorCpu = collector;
		return this;
	}

	PerformanceSignals othersCpu(double processors) {
		this.othersCpu = processors;
		return this;
	}

	PerformanceSignals requests(double perSecond) {
		this.requestsPerSecond = perSecond;
		return this;
	}

	PerformanceSignals allocated(double bytesPerSecond) {
		this.allocated = bytesPerSecond;
		return this;
	}

	PerformanceSignals throttled(Series ratio) {
		this.throttled = ratio;
		return this;
	}

	/**
	 * Have threads be late at the end of the window.
	 * @param millis by how much
	 * @param seconds in how many seconds
	 * @param medianMillis median of all delays
	 * @return this
	 */
	PerformanceSignals stalls(double millis, int seconds, double medianMillis) {
		this.stallMillis = lastSeconds(millis, seconds);
		this.stallMedianMillis = medianMillis;
		return this;
	}

	PerformanceSignals pool(String name, int max, double utilization, double medianMillis, double p99Millis) {
		this.pools.add(new PoolWait(name, max, 0, utilization, nanos(medianMillis), nanos(p99Millis), 1000,
				SignalsBuilder.everySecond((i) -> p99Millis)));
		return this;
	}

	PerformanceSignals loop(double p99Millis, double maxMillis, int seconds, String... stack) {
		this.loops.add(new LoopWait("reactor-http-epoll-1", nanos(p99Millis), nanos(maxMillis),
				(stack.length > 0) ? new Blocked(seconds, nanos(maxMillis), List.of(stack)) : null,
				lastSeconds(maxMillis, seconds)));
		return this;
	}

	PerformanceSignals pinned(@Nullable Blocked seen) {
		this.pinned = seen;
		return this;
	}

	PerformanceSignals pinned(long count, double millis) {
		return pinned(new Blocked(count, nanos(millis), List.of(BLOCKING_STACK)));
	}

	PerformanceSignals route(RouteSignal route) {
		this.builder.route(route);
		return this;
	}

	static RouteSignal route(String name, double medianMillis, double p99Millis, @Nullable Double cpuRatio) {
		return new RouteSignal(name, 6000, 0, nanos(medianMillis), nanos(p99Millis), 400e3, 0.4, cpuRatio, 0);
	}

	static RouteSignal allocating(String name, @Nullable Double shareRatio) {
		return new RouteSignal(name, 3000, 0, nanos(2), nanos(20), 400e3, shareRatio, 0.5, 0);
	}

	/**
	 * Have the collector stop the application, evenly over the window.
	 * @param count how often
	 * @param millis for how long each time
	 * @return this
	 */
	PerformanceSignals pauses(int count, double millis) {
		for (int i = 0; i < count; i++) {
			Instant time = SignalsBuilder.END.minusMillis(100_000L - 100_000L * i / count);
			this.builder.collection(new CollectionSignal(time, CollectionSignal.Kind.YOUNG, "G1 Evacuation Pause", true,
					nanos(millis), null, null, null, null, null, null));
		}
		return this;
	}

	Signals build() {
		Trends steady = this.builder.build().trends();
		return this.builder
			.machine(new MachineFacts(this.uptime, "G1", 2, 512L << 20, 512L << 20, 1L << 30, true, 1 << 20))
			.trends(new Trends(steady.heapUsedBytes(), steady.heapCommittedBytes(), steady.residentBytes(),
					steady.headroomBytes(), SignalsBuilder.everySecond((i) -> this.allocated),
					SignalsBuilder.everySecond((i) -> this.cpu), SignalsBuilder.everySecond((i) -> this.collectorCpu),
					this.throttled, SignalsBuilder.everySecond((i) -> 2 - this.cpu - this.othersCpu),
					SignalsBuilder.everySecond((i) -> this.requestsPerSecond), steady.threads(), steady.directBytes(),
					steady.mappedBytes(), steady.metaspaceBytes(), steady.loadedClasses(), steady.openFiles(),
					steady.openFilesRatio()))
			.waits(new WaitSignals(nanos(this.stallMedianMillis), nanos(this.stallMillis.max()), 12_000,
					this.stallMillis, this.pools, this.loops, this.pinned))
			.build();
	}

	private static Series lastSeconds(double millis, int seconds) {
		return SignalsBuilder.everySecond((i) -> (i >= 120 - seconds) ? millis : 2);
	}

	private static long nanos(double millis) {
		return Math.round(1e6 * millis);
	}

}
