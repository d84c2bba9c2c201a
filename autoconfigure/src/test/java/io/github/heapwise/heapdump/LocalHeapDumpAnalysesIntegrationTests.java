package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Duration;

import io.github.heapwise.heapdump.AnalysisSettings.Mode;
import io.github.heapwise.heapdump.DumpAnalysis.State;
import io.github.heapwise.heapdump.analysis.DumpAnalyzers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dumps of the JVM that runs the tests, analysed in a process of its own.
 */
class LocalHeapDumpAnalysesIntegrationTests {

	private static final AnalysisSettings AUTOMATIC = new AnalysisSettings(Mode.CHILD, true, Duration.ofMinutes(2),
			false);

	@TempDir
	private Path temporary;

	@Test
	void aDumpIsAnalysedBeforeItIsReady() {
		DumpsUnderTest under = new DumpsUnderTest(this.temporary.resolve("dumps")).analysis(AUTOMATIC,
				DumpAnalyzers.inChild());
		try (LocalHeapDumps dumps = under.ofThisJvm()) {
			HeapDump ready = DumpsUnderTest.take(dumps);
			DumpAnalysis analysis = dumps.analyses().analysis(ready.id());
			assertThat(under.problems).isEmpty();
			assertThat(analysis.state()).isEqualTo(State.DONE);
			assertThat(analysis.reason()).isNull();
			assertThat(analysis.totals().reachableObjects()).isGreaterThan(10_000);
			assertThat(analysis.indexBytes()).isPositive();
		}
	}

}
