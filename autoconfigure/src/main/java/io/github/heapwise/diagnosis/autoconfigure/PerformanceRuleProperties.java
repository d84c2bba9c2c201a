package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.diagnosis.rule.PerformanceThresholds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the rules about waiting, CPU and load: from where on they
 * find something.
 *
 * @param stall Delays of all threads.
 * @param poolSaturated Pools with too few threads.
 * @param loopBlocked Event loops that are blocked.
 * @param threadsPinned Virtual threads that are pinned.
 * @param waitingOnIo Requests that wait for others.
 * @param cpuBound Requests that compute too much.
 * @param cpuThrottled Containers with too little CPU.
 * @param routeDominates Routes that allocate more than all others.
 * @param slowByPauses Requests that pauses make slow.
 * @param tooLittleLoad Load to judge by.
 */
@ConfigurationProperties("heapwise.diagnosis")
record PerformanceRuleProperties(@DefaultValue Stall stall, @DefaultValue Pool poolSaturated,
		@DefaultValue Loop loopBlocked, @DefaultValue Pinned threadsPinned, @DefaultValue Waiting waitingOnIo,
		@DefaultValue Cpu cpuBound, @DefaultValue Throttled cpuThrottled, @DefaultValue Dominates routeDominates,
		@DefaultValue Paused slowByPauses, @DefaultValue Load tooLittleLoad) {

	private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

	PerformanceThresholds thresholds(Duration warmUp) {
		return new PerformanceThresholds(warmUp,
				new PerformanceThresholds.Stall(millis(this.stall.median()), millis(this.stall.max()),
						this.stall.seconds()),
				new PerformanceThresholds.Pool(millis(this.poolSaturated.median()), millis(this.poolSaturated.p99()),
						this.poolSaturated.utilizationRatio()),
				new PerformanceThresholds.Loop(millis(this.loopBlocked.p99()), millis(this.loopBlocked.max()),
						this.loopBlocked.seconds()),
				new PerformanceThresholds.Pinned(this.threadsPinned.perSecond()), waiting(this.waitingOnIo),
				new PerformanceThresholds.Cpu(millis(this.cpuBound.requestTime()), this.cpuBound.busyRatio()),
				new PerformanceThresholds.Throttled(this.cpuThrottled.throttledRatio()),
				new PerformanceThresholds.Dominates(this.routeDominates.shareRatio(),
						this.routeDominates.perSecond().toBytes()),
				new PerformanceThresholds.Paused(millis(this.slowByPauses.slowerBy()), this.slowByPauses.pausedRatio(),
						this.slowByPauses.pauses()),
				new PerformanceThresholds.Load(seconds(this.tooLittleLoad.lasts()), this.tooLittleLoad.requests()));
	}

	private static PerformanceThresholds.Waiting waiting(Waiting waiting) {
		return new PerformanceThresholds.Waiting(millis(waiting.median()), millis(waiting.longPoll()),
				waiting.waitingRatio(), waiting.idleRatio(), waiting.stoppedRatio());
	}

	private static double millis(Duration time) {
		return time.toNanos() / NANOS_PER_MILLI;
	}

	private static double seconds(Duration time) {
		return millis(time) / 1000;
	}

	/**
	 * When all threads are late.
	 *
	 * @param median Median of the delays that is too long.
	 * @param max Single delay that is too long.
	 * @param seconds Number of seconds with such a delay for a warning.
	 */
	record Stall(@DefaultValue("10ms") Duration median, @DefaultValue("100ms") Duration max,
			@DefaultValue("3") int seconds) {

		Stall {
			Allowed.time("median", median);
			Allowed.time("max", max);
			Allowed.positive("seconds", seconds);
		}

	}

	/**
	 * When a pool has too few threads.
	 *
	 * @param median Median of the waits that is too long.
	 * @param p99 99th percentile of the waits that is too long.
	 * @param utilizationRatio Share of the threads that work without which it is not the
	 * pool.
	 */
	record Pool(@DefaultValue("10ms") Duration median, @DefaultValue("100ms") Duration p99,
			@DefaultValue("0.8") double utilizationRatio) {

		Pool {
			Allowed.time("median", median);
			Allowed.time("p99", p99);
			Allowed.ratio("utilization-ratio", utilizationRatio);
		}

	}

	/**
	 * When an event loop is blocked.
	 *
	 * @param p99 99th percentile of the delays that is too long.
	 * @param max Single delay that is too long.
	 * @param seconds Number of seconds with such a delay for a warning.
	 */
	record Loop(@DefaultValue("50ms") Duration p99, @DefaultValue("100ms") Duration max,
			@DefaultValue("3") int seconds) {

		Loop {
			Allowed.time("p99", p99);
			Allowed.time("max", max);
			Allowed.positive("seconds", seconds);
		}

	}

	/**
	 * When pinning costs.
	 *
	 * @param perSecond Pinned virtual threads a second.
	 */
	record Pinned(@DefaultValue("0.5") double perSecond) {

		Pinned {
			Allowed.positive("per-second", perSecond);
		}

	}

	/**
	 * When requests wait for others.
	 *
	 * @param median Median latency of a route from where on it is slow.
	 * @param longPoll Median latency from where on a route waits on purpose.
	 * @param waitingRatio Share of their time that requests wait.
	 * @param idleRatio Share of the processors that the application leaves idle. Where
	 * other processes leave less than half of that, the rule cannot tell.
	 * @param stoppedRatio Share of the time that the collector stops the application from
	 * where on that comes first.
	 */
	record Waiting(@DefaultValue("100ms") Duration median, @DefaultValue("20s") Duration longPoll,
			@DefaultValue("0.8") double waitingRatio, @DefaultValue("0.5") double idleRatio,
			@DefaultValue("0.1") double stoppedRatio) {

		Waiting {
			Allowed.time("median", median);
			Allowed.time("long-poll", longPoll);
			Allowed.ratio("waiting-ratio", waitingRatio);
			Allowed.ratio("idle-ratio", idleRatio);
			Allowed.ratio("stopped-ratio", stoppedRatio);
		}

	}

	/**
	 * When requests compute too much.
	 *
	 * @param requestTime CPU time of a request that is much.
	 * @param busyRatio Share of the processors that the application uses.
	 */
	record Cpu(@DefaultValue("10ms") Duration requestTime, @DefaultValue("0.7") double busyRatio) {

		Cpu {
			Allowed.time("request-time", requestTime);
			Allowed.ratio("busy-ratio", busyRatio);
		}

	}

	/**
	 * When a container has too little CPU.
	 *
	 * @param throttledRatio Share of the time that it is kept from it.
	 */
	record Throttled(@DefaultValue("0.05") double throttledRatio) {

		Throttled {
			Allowed.ratio("throttled-ratio", throttledRatio);
		}

	}

	/**
	 * When a route is worth a look before the others.
	 *
	 * @param shareRatio Share of the allocated bytes of one route.
	 * @param perSecond What all routes allocate a second at least for that to matter.
	 */
	record Dominates(@DefaultValue("0.5") double shareRatio, @DefaultValue("10000000B") DataSize perSecond) {

		Dominates {
			Allowed.ratio("share-ratio", shareRatio);
			Allowed.positive("per-second", perSecond.toBytes());
		}

	}

	/**
	 * When pauses make requests slow.
	 *
	 * @param slowerBy By how much the slowest take longer than most.
	 * @param pausedRatio Share of the slowest that met a pause, and of the difference
	 * that pauses explain.
	 * @param pauses Number of such pauses for a warning.
	 */
	record Paused(@DefaultValue("100ms") Duration slowerBy, @DefaultValue("0.5") double pausedRatio,
			@DefaultValue("3") int pauses) {

		Paused {
			Allowed.time("slower-by", slowerBy);
			Allowed.ratio("paused-ratio", pausedRatio);
			Allowed.positive("pauses", pauses);
		}

	}

	/**
	 * When there is enough load to judge by.
	 *
	 * @param lasts How long it must last.
	 * @param requests How many requests there must be.
	 */
	record Load(@DefaultValue("20s") Duration lasts, @DefaultValue("100") long requests) {

		Load {
			Allowed.time("lasts", lasts);
			Allowed.positive("requests", requests);
		}

	}

}
