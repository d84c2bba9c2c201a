package io.github.heapwise.os;

import java.nio.file.Path;

import io.github.heapwise.os.ResidentSet.Resident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResidentSet}.
 */
class ResidentSetTests {

	@TempDir
	private Path root;

	@Test
	void residentMemoryIsWhatLinuxTells() {
		new KernelTree(this.root).file("proc/self/status", """
				Name:	java
				VmPeak:	 4890092 kB
				VmSize:	 4824556 kB
				VmLck:	       0 kB
				VmHWM:	  412344 kB
				VmRSS:	  398112 kB
				Threads:	31
				""");
		assertThat(new ResidentSet(this.root).read()).isEqualTo(new Resident(398112L << 10, 412344L << 10));
	}

	@Test
	void residentMemoryIsUnknownElsewhere() {
		assertThat(new ResidentSet(this.root).read()).isEqualTo(new Resident(KernelFile.UNKNOWN, KernelFile.UNKNOWN));
	}

	@Test
	void residentMemoryIsUnknownWhereTheLinesAreMissing() {
		new KernelTree(this.root).file("proc/self/status", "Name:	java\nVmRSS:	lots\n");
		assertThat(new ResidentSet(this.root).read()).isEqualTo(new Resident(KernelFile.UNKNOWN, KernelFile.UNKNOWN));
	}

}
