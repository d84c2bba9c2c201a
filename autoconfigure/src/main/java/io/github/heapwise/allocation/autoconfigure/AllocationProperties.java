package io.github.heapwise.allocation.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for allocation profiling.
 *
 * @param enabled Whether to record where the application allocates.
 * @param window Length of one aggregation window.
 * @param retention How far back profiles can reach. Windows older than 15 minutes are
 * merged to minutes.
 * @param maxMemory Heap that the recorded samples may use. The oldest are dropped first.
 * @param maxNodes Number of distinct call paths kept.
 * @param cpuBudget CPU time that recording may cost, as a ratio of one core. Above it
 * stacks are taken in slices of time.
 * @param basePackages Packages whose classes are shown as the application's own, besides
 * that of the application class.
 */
@ConfigurationProperties("heapwise.allocation")
public record AllocationProperties(@DefaultValue("true") boolean enabled, @DefaultValue("10s") Duration window,
		@DefaultValue("1h") Duration retention, @DefaultValue("16MB") DataSize maxMemory,
		@DefaultValue("200000") int maxNodes, @DefaultValue("0.01") double cpuBudget,
		@DefaultValue List<String> basePackages) {

	private static final Duration MAX_RETENTION = Duration.ofDays(30);

	private static final DataSize MIN_MEMORY = DataSize.ofMegabytes(1);

	private static final DataSize MAX_MEMORY = DataSize.ofGigabytes(1);

	private static final int MIN_NODES = 1000;

	private static final int MAX_NODES = 10_000_000;

	public AllocationProperties {
		check(window.compareTo(Duration.ofSeconds(1)) >= 0, "window", "at least 1s", window);
		check(retention.compareTo(window) >= 0 && retention.compareTo(MAX_RETENTION) <= 0, "retention",
				"at least as long as 'window' and at most " + MAX_RETENTION.toDays() + "d", retention);
		check(maxMemory.compareTo(MIN_MEMORY) >= 0 && maxMemory.compareTo(MAX_MEMORY) <= 0, "max-memory",
				"between 1MB and 1GB", maxMemory);
		check(maxNodes >= MIN_NODES && maxNodes <= MAX_NODES, "max-nodes", "between " + MIN_NODES + " and " + MAX_NODES,
				maxNodes);
		check(cpuBudget > 0 && cpuBudget <= 1, "cpu-budget", "above 0 and at most 1", cpuBudget);
		basePackages = List.copyOf(basePackages);
	}

	private static void check(boolean valid, String property, String expectation, Object value) {
		Assert.isTrue(valid, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

}
