package io.github.heapwise.diagnosis.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.DumpState;
import io.github.heapwise.heapdump.FakeHeapDumpAnalyses;
import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.heapdump.HeapDumpRefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DumpReader}.
 */
class DumpReaderTests {

	private static final Duration UPTIME = Duration.ofHours(1);

	private final FakeHeapDumps dumps = new FakeHeapDumps();

	private final FakeHeapDumpAnalyses analyses = new FakeHeapDumpAnalyses();

	private final DumpReader reader = new DumpReader(this.dumps, this.analyses);

	@Test
	void newestAnalysedDumpTellsWhoHoldsTheHeap() {
		this.dumps.withTime("a", 0).withTime("b", 60).withTime("c", 120);
		analysed("a").analysed("b");
		DumpSignal signal = read(180, UPTIME);
		assertThat(signal).isNotNull();
		assertThat(signal.id()).isEqualTo("b");
		assertThat(signal.time()).isEqualTo(FakeHeapDumps.TIME.plusSeconds(60));
		assertThat(signal.heap()).isNotNull();
	}

	@Test
	void dumpIsAskedOnce() {
		this.dumps.withTime("a", 0);
		analysed("a");
		DumpSignal signal = read(10, UPTIME);
		int questions = this.analyses.views("a").questions().size();
		assertThat(read(20, UPTIME)).isSameAs(signal);
		assertThat(this.analyses.views("a").questions()).hasSize(questions).isNotEmpty();
	}

	@Test
	void dumpOfAnEarlierProcessTellsNothingOfThisOne() {
		this.dumps.withTime("a", 0);
		analysed("a");
		assertThat(read(60, Duration.ofSeconds(30))).isNull();
	}

	@Test
	void oldDumpMayTellOfSomethingElse() {
		this.dumps.withTime("a", 0);
		analysed("a");
		assertThat(read(Duration.ofMinutes(31).toSeconds(), UPTIME)).isNull();
	}

	@Test
	void dumpOfAnotherProcessTellsNothingOfThisOne() {
		this.dumps.withTime("a", 0).withTime("foreign", 60);
		analysed("a").analysed("foreign");
		assertThat(read(120, UPTIME)).isNotNull().extracting(DumpSignal::id).isEqualTo("a");
	}

	@Test
	void dumpOfTheFutureWasTakenBeforeTheClockWasSetBack() {
		this.dumps.withTime("a", 60);
		analysed("a");
		assertThat(read(59, UPTIME)).isNull();
		assertThat(read(60, UPTIME)).isNotNull();
	}

	@Test
	void unfinishedDumpTellsNothing() {
		this.dumps.with("a", DumpState.DUMPING, 0);
		assertThat(read(0, UPTIME)).isNull();
	}

	@Test
	void unreadableDumpIsAFailureOfTheSourceAndNotAskedForEver() {
		this.dumps.withTime("a", 0);
		analysed("a");
		this.analyses.views("a").fail(new IOException("damaged"));
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(10, UPTIME))
				.withMessageContaining("damaged");
		}
		assertThat(read(20, UPTIME)).isNull();
		this.dumps.withTime("b", 15);
		analysed("b");
		assertThat(read(20, UPTIME)).isNotNull();
	}

	@Test
	void dumpThatOthersAskIsAskedAgain() {
		this.dumps.withTime("a", 0);
		analysed("a");
		this.analyses.refuse(HeapDumpRefusedException.Cause.BUSY, "2 questions", null);
		for (int attempt = 0; attempt < 4; attempt++) {
			assertThat(read(10, UPTIME)).isNull();
		}
		this.analyses.permit();
		assertThat(read(20, UPTIME)).isNotNull();
	}

	@Test
	void withoutTheFeatureThereIsNothing() {
		assertThat(new DumpReader(null, null).read(Instant.EPOCH, UPTIME)).isEmpty();
	}

	private DumpReaderTests analysed(String id) {
		this.analyses.with(id, DumpAnalysis.State.DONE, 1, null);
		return this;
	}

	private @Nullable DumpSignal read(long seconds, Duration uptime) {
		return this.reader.read(FakeHeapDumps.TIME.plusSeconds(seconds), uptime).orElse(null);
	}

}
