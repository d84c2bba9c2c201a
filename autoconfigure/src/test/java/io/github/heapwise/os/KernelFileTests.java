package io.github.heapwise.os;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KernelFile}.
 */
class KernelFileTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "'268435456\n', 268435456", "'0\n', 0", "268435456, 268435456", "'max\n', 9223372036854775807",
			"'9223372036854771712\n', 9223372036854771712", "'18446744073709551615\n', 9223372036854775807",
			"'99999999999999999999999999\n', 9223372036854775807", "'\n', -1", "'', -1", "'-1\n', -1", "'12abc\n', -1",
			"'maximum\n', -1", "'1 2\n', -1", "'0x10\n', -1" })
	void numberIsWhatTheFileHolds(String content, long number) {
		assertThat(file(content).number()).isEqualTo(number);
	}

	@Test
	void numberOfAMissingFileIsUnknown() {
		assertThat(new KernelFile(this.directory.resolve("none")).number()).isEqualTo(KernelFile.UNKNOWN);
		assertThat(new KernelFile(this.directory).number()).isEqualTo(KernelFile.UNKNOWN);
	}

	@Test
	void numbersAreFoundByTheWholeKey() {
		KernelFile file = file("""
				Name:	java
				VmRSSAnon:	     1 kB
				VmRSS:	  412345 kB
				total_inactive_file 7
				inactive_file 4096
				hugetlb lots
				""");
		assertThat(file.numbers("VmRSS", "inactive_file", "VmHWM", "Name", "hugetlb")).containsExactly(412345L << 10,
				4096, KernelFile.UNKNOWN, KernelFile.UNKNOWN, KernelFile.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource({ "'cpu  1 2 34\ncpu0 5 6 7\n', 1, 2, 34", "'cpu 1 2', 1, 2, -1", "'cpu 1 x 3\n', 1, -1, -1",
			"'cpu 1 -2 3\n', 1, -1, -1", "'cpu 1 2x 3\n', 1, -1, -1", "'cpu0 1 2 3\n', -1, -1, -1",
			"'cpu\n1 2 3\n', -1, -1, -1", "'', -1, -1, -1", "'cpu', -1, -1, -1",
			"'cpu 1 99999999999999999999 3\n', 1, 9223372036854775807, 3" })
	void rowIsThatOfTheFirstLine(String content, long first, long second, long third) {
		assertThat(file(content).row("cpu", 3)).containsExactly(first, second, third);
	}

	@Test
	void changesAreSeenAtTheNextRead() {
		KernelTree tree = new KernelTree(this.directory).file("memory.current", "100\n");
		KernelFile file = new KernelFile(this.directory.resolve("memory.current"));
		assertThat(file.number()).isEqualTo(100);
		tree.file("memory.current", "7\n");
		assertThat(file.number()).isEqualTo(7);
	}

	@Test
	void binaryGarbageIsUnknown() {
		KernelFile file = file("\0\1\2\3".repeat(10_000));
		assertThat(file.number()).isEqualTo(KernelFile.UNKNOWN);
		assertThat(file.numbers("VmRSS")).containsExactly(KernelFile.UNKNOWN);
	}

	@Test
	void numberThatIsCutOffIsUnknown() {
		assertThat(file("filler 1\n".repeat(910) + "\nVm").numbers("Vm")).containsExactly(KernelFile.UNKNOWN);
	}

	private KernelFile file(String content) {
		new KernelTree(this.directory).file("file", content);
		return new KernelFile(this.directory.resolve("file"));
	}

}
