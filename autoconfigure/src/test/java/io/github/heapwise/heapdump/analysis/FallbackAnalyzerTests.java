package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.hprof.CancelSignal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FallbackAnalyzer} and {@link InProcessAnalyzer}.
 */
class FallbackAnalyzerTests {

	private static final long MIB = 1 << 20;

	private final List<String> problems = new ArrayList<>();

	private int analyses;

	@Test
	void whereThereCanBeAProcessItAnalyses() throws IOException {
		assertThat(analyse((dump, scratch, cancel, progress) -> null, 100)).isNull();
		assertThat(this.analyses).isZero();
		assertThat(this.problems).isEmpty();
	}

	@Test
	void whereThereCannotBeOneItRunsHereAndSaysWhy() throws IOException {
		assertThat(analyse(withoutProcess(), 100))
			.isEqualTo("Analysed inside the application, with one thread: no forks");
		assertThat(this.analyses).isOne();
		assertThat(this.problems).containsExactly(
				"Analysed inside the application, with one thread: no forks (java.io.IOException: /usr/bin/java)");
	}

	@Test
	void aDumpThatCannotBeAnalysedIsNotTriedAgainHere() {
		DumpAnalyzer failing = (dump, scratch, cancel, progress) -> {
			throw new AnalysisFailedException("damaged");
		};
		assertThatExceptionOfType(AnalysisFailedException.class).isThrownBy(() -> analyse(failing, 100))
			.withMessage("damaged");
		assertThat(this.analyses).isZero();
	}

	@Test
	void withoutHeapItDoesNotRunHere() {
		assertThatExceptionOfType(AnalysisFailedException.class).isThrownBy(() -> analyse(withoutProcess(), 63))
			.withMessage("Heap dump not analysed: 63 MB left in the heap of the application, 64 MB needed");
		assertThat(this.analyses).isZero();
	}

	private static DumpAnalyzer withoutProcess() {
		return (dump, scratch, cancel, progress) -> {
			throw new NoProcessException("no forks", new IOException("/usr/bin/java"));
		};
	}

	private String analyse(DumpAnalyzer child, long leftMebibytes) throws IOException {
		MemoryUsage usage = new MemoryUsage(0, 200 * MIB, 200 * MIB, (200 + leftMebibytes) * MIB);
		InProcessAnalyzer here = new InProcessAnalyzer((dump, cancel, progress) -> this.analyses++, () -> usage);
		return new FallbackAnalyzer(child, here, this.problems::add).analyse(Path.of("dump"), Path.of("scratch"),
				CancelSignal.NEVER, (ratio) -> {
				});
	}

}
