package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.heapwise.test.ByteSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dumps of the JVM that runs the tests.
 */
class LocalHeapDumpsIntegrationTests {

	@TempDir
	private Path temporary;

	@Test
	void aDumpOfThisJvmIsReadyAndComplete() throws IOException {
		Path directory = this.temporary.resolve("dumps");
		DumpsUnderTest under = new DumpsUnderTest(directory);
		try (LocalHeapDumps dumps = under.ofThisJvm()) {
			dumps.start();
			assertThat(directory).as("before the first dump").doesNotExist();
			HeapDump queued = dumps.request("why not");
			assertThat(queued.state()).isEqualTo(DumpState.QUEUED);
			HeapDump ready = DumpsUnderTest.awaitEnd(dumps, queued.id());
			assertThat(ready.failure()).isNull();
			assertThat(dumps.all()).containsExactly(ready);
			assertThat(ready.reason()).isEqualTo("why not");
			DumpFacts facts = ready.facts();
			assertThat(facts.pauseMillis()).isPositive();
			assertThat(facts.flags()).containsKeys("UseCompressedOops", "ObjectAlignmentInBytes", "MaxHeapSize");
			assertThat(facts.sizeBytes()).isLessThanOrEqualTo(queued.estimate().diskBytes());
			assertThat(CompleteDump.isComplete(directory.resolve(ready.id() + ".hprof"))).isTrue();
			try (InputStream in = dumps.open(ready.id(), true).orElseThrow().open()) {
				assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("JAVA PROFILE");
			}
			assertThat(under.fileNames()).containsExactly(ready.id() + ".hprof", ready.id() + ".properties");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
			assertThat(Files.list(directory))
				.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
		assertThat(under.problems).isEmpty();
	}

	@Test
	void earlierDumpsTellWhatTheNextWillCost() {
		DumpsUnderTest under = new DumpsUnderTest(this.temporary.resolve("dumps"));
		try (LocalHeapDumps dumps = under.ofThisJvm()) {
			assertThat(dumps.estimate(false).calibrated()).isFalse();
			HeapDump first = DumpsUnderTest.take(dumps);
			assertThat(dumps.estimate(true).calibrated()).isFalse();
			DumpEstimate estimate = dumps.estimate(false);
			assertThat(estimate.calibrated()).isTrue();
			assertThat(estimate.pauseMillis()).isBetween(first.facts().pauseMillis() / 4,
					first.facts().pauseMillis() * 4 + 10);
		}
	}

	@Test
	void aDumpOfLiveObjectsHasNoGarbage() {
		DumpsUnderTest under = new DumpsUnderTest(this.temporary.resolve("dumps"));
		try (LocalHeapDumps dumps = under.ofThisJvm()) {
			List<byte[]> garbage = new ArrayList<>();
			for (int i = 0; i < 64; i++) {
				garbage.add(new byte[1 << 20]);
			}
			HeapDump all = DumpsUnderTest.take(dumps);
			garbage.clear();
			HeapDump live = DumpsUnderTest.awaitEnd(dumps,
					dumps.request(new DumpOrder(DumpTrigger.HTTP, null, true)).id());
			assertThat(live.live()).isTrue();
			assertThat(live.facts().sizeBytes()).isLessThan(all.facts().sizeBytes() - (50 << 20));
		}
	}

	@Test
	void noValueLeavesItUnlessAskedFor() throws IOException {
		String secret = "planted" + System.nanoTime();
		DumpsUnderTest under = new DumpsUnderTest(this.temporary.resolve("dumps")).redactor(redactor());
		try (LocalHeapDumps dumps = under.ofThisJvm()) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(contains(dumps, id, true, secret)).isTrue();
			assertThat(contains(dumps, id, false, secret)).isFalse();
		}
	}

	@Test
	void whenRedactedAtCaptureThereIsNoValueToAskFor() throws IOException {
		String secret = "planted" + System.nanoTime();
		DumpsUnderTest under = new DumpsUnderTest(this.temporary.resolve("dumps")).redactAtCapture(redactor());
		try (LocalHeapDumps dumps = under.ofThisJvm()) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			assertThat(dump.failure()).isNull();
			assertThat(dump.facts().redacted()).isTrue();
			assertThat(contains(dumps, dump.id(), true, secret)).isFalse();
			assertThat(under.fileNames()).hasSize(2);
		}
	}

	private static HprofRedactor redactor() {
		return new HprofRedactor(false, Set.of());
	}

	private static boolean contains(HeapDumps dumps, String id, boolean raw, String secret) throws IOException {
		try (InputStream in = dumps.open(id, raw).orElseThrow().open()) {
			return ByteSearch.contains(in, secret);
		}
	}

}
