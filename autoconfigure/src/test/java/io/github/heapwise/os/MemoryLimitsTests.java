package io.github.heapwise.os;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.heapwise.os.KernelTree.MIB;
import static io.github.heapwise.os.KernelTree.UNLIMITED_V1;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryLimits}.
 */
class MemoryLimitsTests {

	private static final MemoryLimit MACHINE = new MemoryLimit(8192 * MIB, LimitSource.HOST, 5120 * MIB);

	private static final String CONTAINER_V1 = "9:cpu,cpuacct:/x\n4:memory:/docker/abc\n0::/system.slice\n";

	private KernelTree tree;

	@BeforeEach
	void machine(@TempDir Path root) {
		this.tree = new KernelTree(root).machine();
	}

	@Test
	void containerOfVersion2HasItsLimitAndWhatIsLeftWithoutReclaimablePages() {
		this.tree.membership("0::/\n").groupV2("", "268435456", 200 * MIB, 50 * MIB);
		assertThat(read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V2, 106 * MIB));
	}

	@Test
	void smallestLimitOfNestedGroupsWins() {
		this.tree.membership("0::/kubepods.slice/pod1/app\n")
			.groupV2("/kubepods.slice/pod1/app", "max", 100 * MIB, 0)
			.groupV2("/kubepods.slice/pod1", "" + 512 * MIB, 400 * MIB, 10 * MIB)
			.groupV2("/kubepods.slice", "" + 6000 * MIB, 5000 * MIB, 0);
		assertThat(read()).isEqualTo(new MemoryLimit(512 * MIB, LimitSource.CGROUP_V2, 122 * MIB));
	}

	@Test
	void ofEqualLimitsTheOuterHasLessLeft() {
		this.tree.membership("0::/pod/app\n")
			.groupV2("/pod/app", "" + 512 * MIB, 100 * MIB, 0)
			.groupV2("/pod", "" + 512 * MIB, 300 * MIB, 0);
		assertThat(read()).isEqualTo(new MemoryLimit(512 * MIB, LimitSource.CGROUP_V2, 212 * MIB));
	}

	@Test
	void groupWhoseProcessesAreKilledTogetherIsToldAlsoFromFurtherOut() {
		this.tree.membership("0::/pod/app\n")
			.groupV2("/pod/app", "" + 512 * MIB, 100 * MIB, 0)
			.groupV2("/pod", "" + 512 * MIB, 300 * MIB, 0)
			.file("sys/fs/cgroup/pod/app/memory.oom.group", "0\n")
			.file("sys/fs/cgroup/pod/memory.oom.group", "1\n");
		assertThat(new MemoryLimits(this.tree.root()).killTogether()).isTrue();
		this.tree.file("sys/fs/cgroup/pod/memory.oom.group", "0\n");
		assertThat(new MemoryLimits(this.tree.root()).killTogether()).isFalse();
	}

	@Test
	void processesOfVersion1AreKilledOneByOne() {
		this.tree.membership(CONTAINER_V1).groupV1("", "" + 256 * MIB, 100 * MIB, 0, "" + 256 * MIB);
		assertThat(new MemoryLimits(this.tree.root()).killTogether()).isFalse();
	}

	@Test
	void pathThatIsNotMountedMeansTheRootOfTheMount() {
		this.tree.membership("0::/system.slice/docker-abc.scope\n").groupV2("", "" + 256 * MIB, 56 * MIB, 0);
		assertThat(read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V2, 200 * MIB));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0::/../../elsewhere\n", "0::/..\n", "0::\n", "0::relative\n", "0::/a\0b\n" })
	void oddPathMeansTheRootOfTheMount(String membership) {
		this.tree.membership(membership).groupV2("", "" + 256 * MIB, 56 * MIB, 0);
		assertThat(read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V2, 200 * MIB));
	}

	@Test
	void groupsWithoutALimitLeaveTheMachine() {
		this.tree.membership("0::/user.slice\n").groupV2("/user.slice", "max", 100 * MIB, 0);
		assertThat(read()).isEqualTo(MACHINE);
	}

	@Test
	void containerOfVersion1HasItsLimitAlsoBesideVersion2() {
		this.tree.membership(CONTAINER_V1).groupV1("", "" + 256 * MIB, 200 * MIB, 50 * MIB, UNLIMITED_V1);
		assertThat(read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V1, 106 * MIB));
	}

	@Test
	void nestedGroupsOfVersion1AreReadUpToTheMount() {
		this.tree.membership(CONTAINER_V1)
			.groupV1("/docker/abc", UNLIMITED_V1, 100 * MIB, 0, UNLIMITED_V1)
			.groupV1("/docker", "" + 1024 * MIB, 600 * MIB, 0, UNLIMITED_V1)
			.groupV1("", UNLIMITED_V1, 4000 * MIB, 0, UNLIMITED_V1);
		assertThat(read()).isEqualTo(new MemoryLimit(1024 * MIB, LimitSource.CGROUP_V1, 424 * MIB));
	}

	@Test
	void limitOfAGroupThatIsNotMountedIsToldByVersion1() {
		this.tree.membership(CONTAINER_V1).groupV1("", UNLIMITED_V1, 100 * MIB, 0, "" + 300 * MIB);
		assertThat(read()).isEqualTo(new MemoryLimit(300 * MIB, LimitSource.CGROUP_V1, 200 * MIB));
	}

	@Test
	void hugeNumberOfVersion1IsNoLimit() {
		this.tree.membership(CONTAINER_V1).groupV1("", UNLIMITED_V1, 100 * MIB, 0, UNLIMITED_V1);
		assertThat(read()).isEqualTo(MACHINE);
	}

	@Test
	void limitAboveTheMachineIsNone() {
		this.tree.membership("0::/\n").groupV2("", "" + 9000 * MIB, 100 * MIB, 0);
		assertThat(read()).isEqualTo(MACHINE);
	}

	@Test
	void headroomIsNeverNegative() {
		this.tree.membership("0::/\n").groupV2("", "" + 256 * MIB, 300 * MIB, 1 * MIB);
		assertThat(read().headroomBytes()).isZero();
	}

	@Test
	void limitThatIsChangedIsSeenAfterTenSecondsAndWhatIsLeftAtOnce() {
		this.tree.membership("0::/\n").groupV2("", "" + 256 * MIB, 56 * MIB, 0);
		AtomicLong nanoTime = new AtomicLong();
		MemoryLimits limits = new MemoryLimits(this.tree.root(), nanoTime::get);
		assertThat(limits.read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V2, 200 * MIB));
		this.tree.groupV2("", "" + 512 * MIB, 156 * MIB, 0);
		assertThat(limits.read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V2, 100 * MIB));
		nanoTime.set(TimeUnit.SECONDS.toNanos(10));
		assertThat(limits.read()).isEqualTo(new MemoryLimit(512 * MIB, LimitSource.CGROUP_V2, 356 * MIB));
	}

	@Test
	void usageThatCannotBeReadLeavesTheHeadroomUnknown() {
		this.tree.membership("0::/\n").file("sys/fs/cgroup/memory.max", "268435456\n");
		assertThat(read()).isEqualTo(new MemoryLimit(256 * MIB, LimitSource.CGROUP_V2, KernelFile.UNKNOWN));
	}

	@Test
	void garbageIsNoLimit() {
		this.tree.membership("::::\n\n\0\n0::/\n4:memory\n").file("sys/fs/cgroup/memory.max", "lots\n");
		assertThat(read()).isEqualTo(MACHINE);
	}

	@Test
	void systemWithoutGroupsIsLimitedByTheMachine() {
		assertThat(read()).isEqualTo(MACHINE);
	}

	@Test
	void oldKernelDoesNotTellWhatIsAvailable() {
		this.tree.file("proc/meminfo", "MemTotal:        8388608 kB\nMemFree:          123456 kB\n");
		assertThat(read()).isEqualTo(new MemoryLimit(8192 * MIB, LimitSource.HOST, KernelFile.UNKNOWN));
	}

	@Test
	void systemWithoutProcIsAskedThroughTheJvm(@TempDir Path empty) {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		MemoryLimit limit = new MemoryLimits(empty).read();
		assertThat(limit.source()).isEqualTo(LimitSource.HOST);
		assertThat(limit.bytes()).isEqualTo(system.getTotalMemorySize());
		assertThat(limit.headroomBytes()).isPositive();
	}

	private MemoryLimit read() {
		return new MemoryLimits(this.tree.root()).read();
	}

}
