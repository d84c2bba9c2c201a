package io.github.heapwise.os;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CpuThrottling}.
 */
class CpuThrottlingTests {

	private KernelTree tree;

	@BeforeEach
	void tree(@TempDir Path root) {
		this.tree = new KernelTree(root);
	}

	@Test
	void ratioOfVersion2IsThatOfThePeriodsSinceTheLastCall() {
		this.tree.membership("0::/\n").cpuStat("", 100, 90);
		CpuThrottling throttling = throttling();
		this.tree.cpuStat("", 110, 93);
		assertThat(throttling.ratioSinceLastCall()).isEqualTo(0.3);
		this.tree.cpuStat("", 120, 93);
		assertThat(throttling.ratioSinceLastCall()).isZero();
	}

	@Test
	void fileOfVersion2WithUsageBeforeThePeriodsIsUnderstood() {
		String stat = """
				usage_usec 1234567
				user_usec 1000000
				system_usec 234567
				core_sched.force_idle_usec 0
				nr_periods %d
				nr_throttled %d
				throttled_usec 5678
				nr_bursts 0
				burst_usec 0
				""";
		this.tree.membership("0::/\n").file("sys/fs/cgroup/cpu.stat", stat.formatted(0, 0));
		CpuThrottling throttling = throttling();
		this.tree.file("sys/fs/cgroup/cpu.stat", stat.formatted(10, 10));
		assertThat(throttling.ratioSinceLastCall()).isOne();
	}

	@Test
	void processorsOfVersion1AreReadBesideMemoryOfVersion2() {
		this.tree.membership("3:cpu,cpuacct:/docker/abc\n0::/system.slice\n").cpuStat("/cpu/docker/abc", 0, 0);
		CpuThrottling throttling = throttling();
		this.tree.cpuStat("/cpu/docker/abc", 10, 5);
		assertThat(throttling.ratioSinceLastCall()).isEqualTo(0.5);
	}

	@Test
	void outerGroupThatIsThrottledCountsWhateverItDidBefore() {
		this.tree.membership("0::/pod/app\n").cpuStat("/pod/app", 1000, 900).cpuStat("/pod", 10, 0);
		CpuThrottling throttling = throttling();
		this.tree.cpuStat("/pod/app", 1010, 901).cpuStat("/pod", 20, 7);
		assertThat(throttling.ratioSinceLastCall()).isEqualTo(0.7);
	}

	@Test
	void groupWithoutALimitIsNotThrottled() {
		this.tree.membership("0::/\n").cpuStat("", 0, 0);
		assertThat(throttling().ratioSinceLastCall()).isZero();
	}

	@Test
	void ratioIsUnknownWhereNobodyTells() {
		assertThat(throttling().ratioSinceLastCall()).isNaN();
		this.tree.membership("0::/\n").file("sys/fs/cgroup/cpu.stat", "usage_usec 1234567\n");
		assertThat(throttling().ratioSinceLastCall()).isNaN();
	}

	@Test
	void countersThatFallAreNoThrottling() {
		this.tree.membership("0::/\n").cpuStat("", 100, 90);
		CpuThrottling throttling = throttling();
		this.tree.cpuStat("", 110, 10);
		assertThat(throttling.ratioSinceLastCall()).isZero();
		this.tree.file("sys/fs/cgroup/cpu.stat", "nr_periods many\n");
		assertThat(throttling.ratioSinceLastCall()).isNaN();
	}

	private CpuThrottling throttling() {
		return new CpuThrottling(this.tree.root());
	}

}
