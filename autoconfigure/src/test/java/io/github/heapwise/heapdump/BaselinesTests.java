package io.github.heapwise.heapdump;

import io.github.heapwise.heapdump.DumpAnalysis.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Baselines}.
 */
class BaselinesTests {

	private final FakeHeapDumps dumps = new FakeHeapDumps();

	private final FakeHeapDumpAnalyses analyses = new FakeHeapDumpAnalyses();

	private final Baselines baselines = new Baselines(this.dumps, this.analyses);

	@Test
	void theLatestEarlierOneIsTheBaseline() {
		HeapDump middle = analysed("b", 0);
		analysed("a", -10);
		analysed("c", 10);
		analysed("d", -20);
		assertThat(this.baselines.latestBefore(middle)).contains("a");
		assertThat(this.baselines.of(middle)).containsExactly("d", "c", "a");
	}

	@Test
	void theFirstOneHasNoBaseline() {
		HeapDump first = analysed("a", 0);
		assertThat(this.baselines.latestBefore(first)).isEmpty();
		assertThat(this.baselines.of(first)).isEmpty();
	}

	@Test
	void onesThatAreNotAnalysedAreNone() {
		HeapDump dump = analysed("b", 0);
		this.dumps.withTime("a", -10);
		this.analyses.with("a", State.RUNNING, 0.9, null);
		this.dumps.with("c", DumpState.DUMPING, 0);
		assertThat(this.baselines.latestBefore(dump)).isEmpty();
		assertThat(this.baselines.of(dump)).isEmpty();
	}

	@Test
	void onesOfOtherApplicationsAreComparedOnlyIfAskedFor() {
		HeapDump dump = analysed("b", 0);
		analysed("a", -10);
		HeapDump foreign = analysed("c", 10, "billing");
		assertThat(this.baselines.latestBefore(foreign)).isEmpty();
		assertThat(this.baselines.of(dump)).containsExactly("c", "a");
	}

	@Test
	void aDumpThatIsNotThereYetHasNoBaseline() {
		analysed("a", -10);
		this.dumps.with("b", DumpState.DUMPING, 0);
		assertThat(this.baselines.latestBefore(this.dumps.find("b").orElseThrow())).isEmpty();
	}

	private HeapDump analysed(String id, long seconds) {
		return analysed(id, seconds, "shop");
	}

	private HeapDump analysed(String id, long seconds, String application) {
		this.dumps.withTime(id, seconds, application);
		this.analyses.with(id, State.DONE, 1, null);
		return this.dumps.find(id).orElseThrow();
	}

}
