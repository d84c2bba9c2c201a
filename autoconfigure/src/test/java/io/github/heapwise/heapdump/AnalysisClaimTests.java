package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AnalysisClaim}.
 */
class AnalysisClaimTests {

	private static final String ID = "20260102-030405-abcdef";

	@TempDir
	private Path temporary;

	@Test
	void aDumpIsClaimedByOneOfTwoThatShareADirectory() throws IOException {
		try (DumpDirectory one = directory(); DumpDirectory other = directory()) {
			AnalysisClaim claim = AnalysisClaim.take(one.open(), ID);
			assertThat(Files.size(claim.file())).isZero();
			assertThatExceptionOfType(HeapDumpRefusedException.class)
				.isThrownBy(() -> AnalysisClaim.take(other.open(), ID))
				.withMessage("Heap dump not analysed: another process that shares the directory is analysing it")
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Cause.BUSY));
			claim.close();
			AnalysisClaim.take(other.open(), ID).close();
			assertThat(AnalysisClaim.all(one.open(), ID)).isEmpty();
		}
	}

	@Test
	void theClaimOfAProcessThatIsGoneIsNone() throws IOException {
		try (DumpDirectory directory = directory()) {
			DumpFiles files = directory.open();
			Files.createFile(files.directory().resolve(ID + ".lx1-1-abcdef.analysis.jar"));
			AnalysisClaim.take(files, ID).close();
		}
	}

	private DumpDirectory directory() {
		return new DumpDirectory(this.temporary.resolve("dumps"));
	}

}
