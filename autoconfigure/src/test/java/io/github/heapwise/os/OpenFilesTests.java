package io.github.heapwise.os;

import com.sun.management.UnixOperatingSystemMXBean;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests for {@link OpenFiles}.
 */
class OpenFilesTests {

	private final UnixOperatingSystemMXBean unix = Mockito.mock(UnixOperatingSystemMXBean.class);

	@Test
	void countAndLimitAreThoseOfTheSystem() {
		given(this.unix.getOpenFileDescriptorCount()).willReturn(7L);
		given(this.unix.getMaxFileDescriptorCount()).willReturn(1024L);
		OpenFiles files = new OpenFiles(this.unix);
		assertThat(files.count()).isEqualTo(7);
		assertThat(files.limit()).isEqualTo(1024);
	}

	@Test
	void systemThatCannotTellLeavesBothUnknown() {
		given(this.unix.getOpenFileDescriptorCount()).willReturn(-1L);
		given(this.unix.getMaxFileDescriptorCount()).willReturn(-1L);
		assertUnknown(new OpenFiles(this.unix));
	}

	@Test
	void systemWithoutDescriptorsLeavesBothUnknown() {
		assertUnknown(new OpenFiles(new Object()));
	}

	private static void assertUnknown(OpenFiles files) {
		assertThat(files.count()).isEqualTo(KernelFile.UNKNOWN);
		assertThat(files.limit()).isEqualTo(KernelFile.UNKNOWN);
	}

}
