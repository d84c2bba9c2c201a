package io.github.heapwise.heapdump;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.LimitSource;
import io.github.heapwise.os.MemoryLimit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link AnalysisRules}. The dump has 500 MB.
 */
class AnalysisRulesTests {

	private static final long MIB = 1L << 20;

	private static final long DUMP_BYTES = 500 * MIB;

	private static final Room DISK = new Room(1100 * MIB, false);

	private static final Room MEMORY = new Room(1100 * MIB, true);

	private static final MemoryLimit MACHINE = new MemoryLimit(8000 * MIB, LimitSource.HOST, 10 * MIB);

	private boolean killedTogether;

	@Test
	void whatFitsExactlyIsAllowed() {
		assertAllowed(true, DISK, container(154));
		assertAllowed(false, DISK, container(64));
	}

	@Test
	void withoutMemoryForAProcessShouldRefuseWithTheFigures() {
		assertRefused(true, DISK, container(100),
				"Heap dump not analysed: 100 MB of memory left below the limit of 400 MB, about 154 MB needed");
	}

	@Test
	void whereTheApplicationWouldBeKilledAsWellMoreIsNeeded() {
		this.killedTogether = true;
		assertAllowed(true, DISK, container(218));
		assertRefused(true, DISK, container(217),
				"Heap dump not analysed: 217 MB of memory left below the limit of 400 MB, about 218 MB needed, 64 MB of"
						+ " them to spare since the kernel would kill the application as well");
	}

	@Test
	void whereFilesAreInMemoryTheyCount() {
		assertAllowed(true, MEMORY, new MemoryLimit(2000 * MIB, LimitSource.HOST, 1154 * MIB));
		assertRefused(true, MEMORY, new MemoryLimit(2000 * MIB, LimitSource.HOST, 990 * MIB),
				"Heap dump not analysed: 990 MB of memory left below the limit of 2.0 GB, about 1.1 GB needed."
						+ " The directory is in memory: set 'heapwise.heapdump.directory' to one on a disk");
	}

	@Test
	void withoutRoomOnTheDiskShouldRefuseWithTheFigures() {
		assertRefused(true, new Room(700 * MIB, false), MACHINE,
				"Heap dump not analysed: 700 MB free on the disk, up to 1.0 GB needed, twice the dump in case its objects"
						+ " are small, and 100 MB to be left free. Free some space, or set"
						+ " 'heapwise.heapdump.min-free-disk'");
	}

	@Test
	void whereNobodyLimitsMemoryItDoesNotMatter() {
		assertAllowed(true, DISK, MACHINE);
		assertAllowed(true, DISK, new MemoryLimit(KernelFile.UNKNOWN, LimitSource.CGROUP_V2, KernelFile.UNKNOWN));
	}

	private void assertAllowed(boolean child, Room room, MemoryLimit limit) {
		assertThatNoException().isThrownBy(() -> check(child, room, limit));
	}

	private void assertRefused(boolean child, Room room, MemoryLimit limit, String message) {
		assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> check(child, room, limit))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Cause.RESOURCES));
	}

	private void check(boolean child, Room room, MemoryLimit limit) {
		new AnalysisRules(child, 100 * MIB).check(DUMP_BYTES, room, limit, this.killedTogether);
	}

	private static MemoryLimit container(long headroomMebibytes) {
		return new MemoryLimit(400 * MIB, LimitSource.CGROUP_V2, headroomMebibytes * MIB);
	}

}
