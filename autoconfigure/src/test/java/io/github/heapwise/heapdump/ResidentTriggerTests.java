package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.os.KernelTree;
import io.github.heapwise.os.MemoryLimits;
import io.github.heapwise.os.ResidentSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResidentTrigger}.
 */
class ResidentTriggerTests {

	private static final long MIB = KernelTree.MIB;

	private final RecordedDumps dumps = new RecordedDumps();

	private final List<String> log = new ArrayList<>();

	@TempDir
	private Path root;

	@Test
	void threeLooksInARowMustFindTheProcessLarge() {
		container(0, 0);
		ResidentTrigger trigger = trigger(0.8, null);
		look(trigger, 900, 850);
		look(trigger, 900, 850);
		look(trigger, 500, 450);
		look(trigger, 900, 821);
		look(trigger, 900, 820);
		assertThat(this.dumps.orders).isEmpty();
		look(trigger, 900, 870);
		assertThat(this.dumps.orders).containsExactly(new DumpOrder(DumpTrigger.THRESHOLD,
				"The process occupies 85.0 % of the 1024 MiB it may use, limit 80.0 %", false));
		assertThat(this.log).isEmpty();
	}

	@Test
	void headroomIsWhatTheContainerHasLeft() {
		container(0, 0);
		ResidentTrigger trigger = trigger(null, 100 * MIB);
		look(trigger, 923, 10);
		look(trigger, 925, 10);
		look(trigger, 930, 10);
		assertThat(this.dumps.orders).isEmpty();
		look(trigger, 960, 10);
		assertThat(this.dumps.reasons())
			.containsExactly("64.0 MiB left of the memory the process may use, limit 100.0 MiB");
	}

	@Test
	void startWhereTheSystemTellsNothingShouldSayWhatHasNoEffect() {
		new KernelTree(this.root).file("proc/meminfo", "Nothing: 1 kB\n");
		try (ResidentTrigger trigger = trigger(0.8, 100 * MIB)) {
			trigger.start();
			trigger.look();
		}
		assertThat(this.log).containsExactly(
				"'heapwise.heapdump.threshold.resident-ratio' has no effect: this system does not tell how much"
						+ " memory the process occupies",
				"'heapwise.heapdump.threshold.headroom' has no effect: this system does not tell how much memory is"
						+ " left");
		assertThat(this.dumps.orders).isEmpty();
	}

	private ResidentTrigger trigger(@Nullable Double ratio, @Nullable Long headroomBytes) {
		return new ResidentTrigger(new ThresholdSettings(null, null, 3, null, ratio, headroomBytes),
				new ResidentSet(this.root), new MemoryLimits(this.root),
				new TriggerRequests(this.dumps, this.log::add, System::nanoTime), this.log::add);
	}

	private void look(ResidentTrigger trigger, long usedMegabytes, long residentMegabytes) {
		container(usedMegabytes, residentMegabytes);
		trigger.look();
	}

	// of 1 GiB
	private void container(long usedMegabytes, long residentMegabytes) {
		new KernelTree(this.root).machine()
			.membership("0::/\n")
			.groupV2("", String.valueOf(1024 * MIB), usedMegabytes * MIB, 0)
			.file("proc/self/status", "VmHWM:\t1 kB\nVmRSS:\t%d kB\n".formatted(residentMegabytes * 1024));
	}

}
