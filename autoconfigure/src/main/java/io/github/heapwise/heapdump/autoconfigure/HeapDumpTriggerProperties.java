package io.github.heapwise.heapdump.autoconfigure;

import java.time.Duration;

import io.github.heapwise.heapdump.DumpAllowance;
import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.SignalName;
import io.github.heapwise.heapdump.ThresholdSettings;
import io.github.heapwise.heapdump.TriggerSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for heap dumps: what asks for them, and how often it may.
 *
 * @param cooldown Least time between two dumps that the same trigger takes by itself.
 * @param dailyLimit Most dumps that the same trigger takes by itself within 24 hours.
 * @param request How often dumps may be requested.
 * @param threshold Limits of memory above which a dump is taken.
 * @param cron When dumps are taken by the clock, as a cron expression of six fields, the
 * first being seconds.
 * @param signal Signal of the operating system that takes a dump, such as USR1.
 * @param onOutOfMemory Whether the JVM writes a dump when it runs out of memory.
 */
@ConfigurationProperties(HeapDumpTriggerProperties.PREFIX)
public record HeapDumpTriggerProperties(@DefaultValue("15m") Duration cooldown, @DefaultValue("4") int dailyLimit,
		@DefaultValue Request request, @DefaultValue Threshold threshold, @Nullable String cron,
		@Nullable String signal, @DefaultValue("false") boolean onOutOfMemory) {

	static final String PREFIX = "heapwise.heapdump";

	private static final Duration MAX_COOLDOWN = Duration.ofDays(365);

	private static final int MAX_DAILY = 1000;

	public HeapDumpTriggerProperties {
		checkAllowance("", cooldown, dailyLimit);
		cron = StringUtils.hasText(cron) ? cron : null;
		check(cron == null || CronExpression.isValidExpression(cron), "cron",
				"a cron expression of six fields such as '0 0 3 * * *'", cron);
		signal = StringUtils.hasText(signal) ? SignalName.checked(signal) : null;
	}

	DumpAllowance allowance(DumpTrigger trigger) {
		return trigger.isRequest()
				? new DumpAllowance(this.request.cooldown, this.request.dailyLimit, PREFIX + ".request")
				: new DumpAllowance(this.cooldown, this.dailyLimit, PREFIX);
	}

	TriggerSettings toSettings() {
		return new TriggerSettings(this.threshold.toSettings(), (this.cron != null) ? new CronTimes(this.cron) : null,
				this.signal, this.onOutOfMemory);
	}

	private static void checkAllowance(String prefix, Duration cooldown, int dailyLimit) {
		check(!cooldown.isNegative() && cooldown.compareTo(MAX_COOLDOWN) <= 0, prefix + "cooldown",
				"between 0s and 365d", cooldown);
		check(dailyLimit >= 1 && dailyLimit <= MAX_DAILY, prefix + "daily-limit", "between 1 and " + MAX_DAILY,
				dailyLimit);
	}

	private static void check(boolean valid, String property, String expectation, @Nullable Object value) {
		Assert.isTrue(valid, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

	/**
	 * How often dumps may be requested, over HTTP and by code of the application.
	 *
	 * @param cooldown Least time between two dumps requested in the same way.
	 * @param dailyLimit Most dumps requested in the same way within 24 hours.
	 */
	public record Request(@DefaultValue("10s") Duration cooldown, @DefaultValue("50") int dailyLimit) {

		public Request {
			checkAllowance("request.", cooldown, dailyLimit);
		}

	}

	/**
	 * Limits of memory above which a dump is taken. Each is off unless it is set.
	 *
	 * @param heapRatio Ratio of the heap, from 0 to 1, that collections leave.
	 * @param oldRatio Ratio of the old generation, from 0 to 1, that collections leave.
	 * @param collections Number of collections in a row that must leave that much.
	 * @param liveGrowth Growth within an hour of what collections leave.
	 * @param residentRatio Ratio of the memory that the process may use, from 0 to 1,
	 * which it occupies.
	 * @param headroom What must be left of the memory that the process may use.
	 */
	public record Threshold(@Nullable Double heapRatio, @Nullable Double oldRatio, @DefaultValue("3") int collections,
			@Nullable DataSize liveGrowth, @Nullable Double residentRatio, @Nullable DataSize headroom) {

		public Threshold {
			checkRatio("heap-ratio", heapRatio);
			checkRatio("old-ratio", oldRatio);
			checkRatio("resident-ratio", residentRatio);
			check(collections >= 1, "threshold.collections", "1 or more", collections);
			checkSize("live-growth", liveGrowth);
			checkSize("headroom", headroom);
		}

		boolean isOn() {
			return this.heapRatio != null || this.oldRatio != null || this.liveGrowth != null
					|| this.residentRatio != null || this.headroom != null;
		}

		ThresholdSettings toSettings() {
			return new ThresholdSettings(this.heapRatio, this.oldRatio, this.collections, bytes(this.liveGrowth),
					this.residentRatio, bytes(this.headroom));
		}

		private static @Nullable Long bytes(@Nullable DataSize size) {
			return (size != null) ? (Long) size.toBytes() : null;
		}

		private static void checkRatio(String name, @Nullable Double ratio) {
			check(ratio == null || (ratio > 0 && ratio <= 1), "threshold." + name, "above 0 and at most 1", ratio);
		}

		private static void checkSize(String name, @Nullable DataSize size) {
			check(size == null || size.toBytes() > 0, "threshold." + name, "more than 0B", size);
		}

	}

}
