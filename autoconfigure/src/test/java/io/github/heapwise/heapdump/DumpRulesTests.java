package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Duration;

import io.github.heapwise.heapdump.DumpEstimator.Sized;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.LimitSource;
import io.github.heapwise.os.MemoryLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link DumpRules}.
 */
class DumpRulesTests {

	private static final long MIB = 1L << 20;

	private static final MemoryLimit UNKNOWN = new MemoryLimit(KernelFile.UNKNOWN, LimitSource.HOST,
			KernelFile.UNKNOWN);

	private static final MemoryLimit CONTAINER = container(200 * MIB);

	private @Nullable Duration maxPause;

	@Test
	void whatFitsExactlyIsAllowed() {
		assertThatNoException().isThrownBy(() -> check(dump(1000, 100, 200), new Room(300 * MIB, false), CONTAINER));
	}

	@Test
	void withoutRoomOnTheDiskShouldRefuseWithTheFigures() {
		assertRefused(dump(1000, 100, 200), new Room(299 * MIB, false), CONTAINER,
				"Heap dump not started: 299 MB free on the disk, about 200 MB needed and 100 MB to be left free."
						+ " Free some space, or set 'heapwise.heapdump.directory' or"
						+ " 'heapwise.heapdump.min-free-disk'");
	}

	@Test
	void withAPauseThatIsTooLongShouldRefuseWithTheFigures() {
		this.maxPause = Duration.ofSeconds(2);
		assertRefused(dump(2600, 100, 200), new Room(Long.MAX_VALUE, false), CONTAINER,
				"Heap dump not started: the application would stand still for about 2.6 s, and"
						+ " 'heapwise.heapdump.max-pause' allows 2.0 s");
	}

	@Test
	void whenItIsLargerThanAllMayBeShouldRefuse() {
		assertRefused(dump(1000, 1001, 1001), new Room(Long.MAX_VALUE, false), CONTAINER,
				"Heap dump not started: it would have about 1.0 GB, and 'heapwise.heapdump.retention.size' allows 1.0 GB for"
						+ " all together");
	}

	@Test
	void whenTheContainerIsAtItsLimitShouldRefuse() {
		assertRefused(dump(1000, 100, 200), new Room(Long.MAX_VALUE, false), container(31 * MIB),
				"Heap dump not started: 31 MB of memory left below the limit of 512 MB, about 32 MB needed");
	}

	@Test
	void whenFilesAreMemoryTheyHaveToFitBelowTheLimit() {
		assertRefused(dump(1000, 100, 200), new Room(Long.MAX_VALUE, true), container(231 * MIB),
				"Heap dump not started: 231 MB of memory left below the limit of 512 MB, about 232 MB needed, since the"
						+ " directory is in memory. Set 'heapwise.heapdump.directory' to one on a disk");
		assertThatNoException()
			.isThrownBy(() -> check(dump(1000, 100, 200), new Room(Long.MAX_VALUE, true), container(232 * MIB)));
	}

	@Test
	void withoutAContainerOnlyFilesInMemoryCount() {
		MemoryLimit host = new MemoryLimit(8192 * MIB, LimitSource.HOST, 10 * MIB);
		assertThatNoException().isThrownBy(() -> check(dump(1000, 100, 200), new Room(Long.MAX_VALUE, false), host));
		assertRefused(dump(1000, 100, 200), new Room(Long.MAX_VALUE, true), host, "Heap dump not started: 10 MB of"
				+ " memory left below the limit of 8.0 GB, about 232 MB needed, since the directory is in memory. Set"
				+ " 'heapwise.heapdump.directory' to one on a disk");
	}

	@Test
	void whatIsNotKnownStandsInNobodysWay() {
		assertThatNoException().isThrownBy(() -> check(dump(1000, 100, 200), new Room(Long.MAX_VALUE, true), UNKNOWN));
	}

	private void assertRefused(Sized dump, Room room, MemoryLimit limit, String message) {
		assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> check(dump, room, limit))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Cause.RESOURCES));
	}

	private void check(Sized dump, Room room, MemoryLimit limit) {
		HeapDumpSettings settings = new HeapDumpSettings(Path.of("dumps"), "orders",
				new RetentionLimits(5, 1000 * MIB, Duration.ofDays(7)), 100 * MIB, this.maxPause, false,
				new AnalysisSettings(AnalysisSettings.Mode.OFF, false, Duration.ofMinutes(1), false));
		new DumpRules(settings).check(dump, room, limit);
	}

	private static Sized dump(long pauseMillis, long fileMebibytes, long diskMebibytes) {
		return new Sized(fileMebibytes * MIB, new DumpEstimate(pauseMillis, diskMebibytes * MIB, false));
	}

	private static MemoryLimit container(long headroomBytes) {
		return new MemoryLimit(512 * MIB, LimitSource.CGROUP_V2, headroomBytes);
	}

}
