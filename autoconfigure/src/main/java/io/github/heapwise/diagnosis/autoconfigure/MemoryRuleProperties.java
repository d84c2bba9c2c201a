package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;

import io.github.heapwise.diagnosis.rule.MemoryThresholds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the rules of memory: from where on they find something.
 *
 * @param warmUp Time after the start by which no rule judges speed or growth.
 * @param memoryGrows Memory that survives collections and grows.
 * @param liveNearLimit How much of the heap may be alive.
 * @param containerLimit How much of its limit the process may use.
 * @param directBuffersGrow Growth of direct buffers.
 * @param metaspaceGrows Growth of metaspace.
 * @param threadsGrow Growth of the number of threads.
 * @param filesGrow Growth of the number of open files.
 */
@ConfigurationProperties("heapwise.diagnosis")
record MemoryRuleProperties(@DefaultValue("20s") Duration warmUp, @DefaultValue MemoryGrows memoryGrows,
		@DefaultValue HeapLimits liveNearLimit, @DefaultValue ProcessLimits containerLimit,
		@DefaultValue DirectBuffersGrow directBuffersGrow, @DefaultValue MetaspaceGrows metaspaceGrows,
		@DefaultValue ThreadsGrow threadsGrow, @DefaultValue FilesGrow filesGrow) {

	private static final double NO_LIMIT = 1;

	MemoryRuleProperties {
		Allowed.check(!warmUp.isNegative() && warmUp.toHours() < 1, "warm-up", "from 0s to below 1h", warmUp);
	}

	MemoryThresholds thresholds(CollectorRuleProperties collector) {
		return new MemoryThresholds(this.warmUp,
				new MemoryThresholds.MemoryGrows(this.memoryGrows.riseRatio(), this.memoryGrows.fillsWithin()),
				new MemoryThresholds.Limits(this.liveNearLimit.warningRatio(), this.liveNearLimit.criticalRatio()),
				collector.cost(), collector.promoted(), collector.pauses(), collector.tooSmall(),
				new MemoryThresholds.Limits(this.containerLimit.warningRatio(), this.containerLimit.criticalRatio()),
				collector.occurrences(), this.directBuffersGrow.growth(), this.metaspaceGrows.growth(),
				this.threadsGrow.growth(), this.filesGrow.growth());
	}

	private static void checkGrowth(Duration over, Number rise) {
		Allowed.time("over", over, Duration.ofMinutes(50));
		Allowed.positive("rise", rise);
	}

	/**
	 * When memory held grows.
	 *
	 * @param riseRatio Share of the heap that it has to grow by in the time observed.
	 * @param fillsWithin How soon the heap has to be full for a warning.
	 */
	record MemoryGrows(@DefaultValue("0.02") double riseRatio, @DefaultValue("2d") Duration fillsWithin) {

		MemoryGrows {
			Allowed.ratio("rise-ratio", riseRatio);
			Allowed.time("fills-within", fillsWithin, Duration.ofDays(365));
		}

	}

	/**
	 * How much of the heap may be alive.
	 *
	 * @param warningRatio Share of the heap from where on it is worth a warning.
	 * @param criticalRatio Share of the heap from where on it is critical.
	 */
	record HeapLimits(@DefaultValue("0.8") double warningRatio, @DefaultValue("0.92") double criticalRatio) {

		HeapLimits {
			Allowed.ratio("warning-ratio", warningRatio);
			Allowed.ratio("critical-ratio", criticalRatio);
			Allowed.notBelow("critical-ratio", criticalRatio, "warning-ratio", warningRatio);
		}

	}

	/**
	 * How much of its limit the process may use.
	 *
	 * @param warningRatio Share of the limit from where on it is worth a warning.
	 * @param criticalRatio Share of the limit from where on it is critical.
	 */
	record ProcessLimits(@DefaultValue("0.9") double warningRatio, @DefaultValue("0.97") double criticalRatio) {

		ProcessLimits {
			Allowed.ratio("warning-ratio", warningRatio);
			Allowed.ratio("critical-ratio", criticalRatio);
			Allowed.notBelow("critical-ratio", criticalRatio, "warning-ratio", warningRatio);
		}

	}

	/**
	 * When direct buffers grow without end.
	 *
	 * @param over Time in which they have to grow all along.
	 * @param rise By how much at least.
	 * @param limitRatio Share of their limit that is critical.
	 */
	record DirectBuffersGrow(@DefaultValue("3m") Duration over, @DefaultValue("16MB") DataSize rise,
			@DefaultValue("0.9") double limitRatio) {

		DirectBuffersGrow {
			checkGrowth(over, rise.toBytes());
			Allowed.ratio("limit-ratio", limitRatio);
		}

		MemoryThresholds.Growth growth() {
			return new MemoryThresholds.Growth(this.over, this.rise.toBytes(), this.limitRatio);
		}

	}

	/**
	 * When metaspace grows without end.
	 *
	 * @param over Time in which it has to grow all along.
	 * @param rise By how much at least.
	 */
	record MetaspaceGrows(@DefaultValue("3m") Duration over, @DefaultValue("8MB") DataSize rise) {

		MetaspaceGrows {
			checkGrowth(over, rise.toBytes());
		}

		MemoryThresholds.Growth growth() {
			return new MemoryThresholds.Growth(this.over, this.rise.toBytes(), NO_LIMIT);
		}

	}

	/**
	 * When the number of threads grows without end.
	 *
	 * @param over Time in which it has to grow all along.
	 * @param rise By how many at least.
	 */
	record ThreadsGrow(@DefaultValue("3m") Duration over, @DefaultValue("30") int rise) {

		ThreadsGrow {
			checkGrowth(over, rise);
		}

		MemoryThresholds.Growth growth() {
			return new MemoryThresholds.Growth(this.over, this.rise, NO_LIMIT);
		}

	}

	/**
	 * When the number of open files grows without end.
	 *
	 * @param over Time in which it has to grow all along.
	 * @param rise By how many at least.
	 * @param limitRatio Share of their limit that is critical.
	 */
	record FilesGrow(@DefaultValue("3m") Duration over, @DefaultValue("50") int rise,
			@DefaultValue("0.8") double limitRatio) {

		FilesGrow {
			checkGrowth(over, rise);
			Allowed.ratio("limit-ratio", limitRatio);
		}

		MemoryThresholds.Growth growth() {
			return new MemoryThresholds.Growth(this.over, this.rise, this.limitRatio);
		}

	}

}
