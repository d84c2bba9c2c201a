package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.heapwise.heapdump.DumpsUnderTest.WithoutDigits;
import io.github.heapwise.heapdump.DumpsUnderTest.Writing;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.os.KernelTree;
import io.github.heapwise.test.SettableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link LocalHeapDumps}.
 */
class LocalHeapDumpsTests {

	@TempDir
	private Path temporary;

	private Path directory;

	private DumpsUnderTest under;

	private final CountDownLatch writing = new CountDownLatch(1);

	private final CountDownLatch go = new CountDownLatch(1);

	@BeforeEach
	void prepare() {
		this.directory = this.temporary.resolve("dumps");
		this.under = new DumpsUnderTest(this.directory);
	}

	@Test
	void startAndReadingCreateNoDirectory() {
		try (LocalHeapDumps dumps = this.under.written("text")) {
			dumps.start();
			assertThat(dumps.all()).isEmpty();
			assertThat(dumps.find("20260101-000000-abcdef")).isEmpty();
			assertThat(dumps.open("20260101-000000-abcdef", false)).isEmpty();
			assertThat(dumps.delete("20260101-000000-abcdef")).isFalse();
			assertThat(dumps.estimate(false).diskBytes()).isPositive();
		}
		assertThat(this.directory).doesNotExist();
	}

	@Test
	void requestWhenAnotherIsBeingWrittenWaitsItsTurn() {
		try (LocalHeapDumps dumps = this.under.with(blocked())) {
			HeapDump first = dumps.request("first");
			awaitWriting();
			HeapDump second = dumps.request("second");
			assertThat(dumps.all()).extracting(HeapDump::state).containsExactly(DumpState.QUEUED, DumpState.DUMPING);
			this.go.countDown();
			assertThat(DumpsUnderTest.awaitEnd(dumps, second.id()).state()).isEqualTo(DumpState.READY);
			assertThat(dumps.all()).extracting(HeapDump::id).containsExactly(second.id(), first.id());
			assertThat(this.under.ended).extracting(HeapDump::reason).containsExactly("first", "second");
		}
	}

	@Test
	void requestWhenThreeWaitShouldRefuse() {
		try (LocalHeapDumps dumps = this.under.with(blocked())) {
			for (int i = 0; i < 1 + DumpJobs.MAX_WAITING; i++) {
				dumps.request("one of many");
			}
			HeapDumpRefusedException refusal = catchThrowableOfType(HeapDumpRefusedException.class,
					() -> dumps.request("one too many"));
			assertThat(refusal)
				.hasMessage("Heap dump not started: 4 are being written or wait already. Try again when they are done");
			assertThat(refusal.kind()).isEqualTo(Cause.BUSY);
			assertThat(refusal.retryAfter()).isPositive();
			this.go.countDown();
		}
	}

	@Test
	void requestsAtOnceAreWrittenOneAfterTheOther() {
		AtomicInteger writers = new AtomicInteger();
		CyclicBarrier start = new CyclicBarrier(3);
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			assertThat(writers.incrementAndGet()).isEqualTo(1);
			Files.writeString(file, "text");
			writers.decrementAndGet();
		}))) {
			List<Thread> threads = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				threads.add(new Thread(() -> {
					await(start);
					dumps.request("at once");
				}));
			}
			threads.forEach(Thread::start);
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(dumps.all()).hasSize(3).allMatch((dump) -> dump.state() == DumpState.READY));
		}
	}

	@Test
	void aDumpThatIsBeingWrittenTellsHowFarItIs() {
		try (LocalHeapDumps dumps = this.under.with(blocked())) {
			HeapDump queued = dumps.request("progress");
			awaitWriting();
			HeapDump dumping = dumps.find(queued.id()).orElseThrow();
			assertThat(dumping.progressRatio()).isBetween(Double.MIN_VALUE, 1.0);
			assertThat(dumps.open(queued.id(), true)).isEmpty();
			this.go.countDown();
			assertThat(DumpsUnderTest.awaitEnd(dumps, queued.id()).progressRatio()).isEqualTo(1);
		}
	}

	@Test
	void aDumpThatFailsLeavesNoFileAndSaysWhy() throws IOException {
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			Files.writeString(file, "half");
			Files.writeString(file.resolveSibling(file.getFileName() + ".p0"), "half");
			throw new IOException("No space left on device");
		}))) {
			HeapDump failed = DumpsUnderTest.take(dumps);
			assertThat(failed.state()).isEqualTo(DumpState.FAILED);
			assertThat(failed.failure()).isEqualTo("Heap dump failed: No space left on device");
			assertThat(this.under.fileNames()).isEmpty();
			assertThat(dumps.all()).containsExactly(failed);
			assertThat(this.under.ended).containsExactly(failed);
			assertThat(this.under.problems).singleElement().asString().contains(this.directory.toString());
			assertThat(dumps.delete(failed.id())).isTrue();
			assertThat(dumps.all()).isEmpty();
		}
	}

	@Test
	void anErrorOfTheJvmIsAFailureLikeOthers() {
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			throw new OutOfMemoryError("Java heap space");
		}))) {
			assertThat(DumpsUnderTest.take(dumps).failure()).isEqualTo("Heap dump failed: OutOfMemoryError");
			assertThat(DumpsUnderTest.take(dumps).failure()).isEqualTo("Heap dump failed: OutOfMemoryError");
		}
	}

	@Test
	void onlySomeFailuresAreKept() {
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			throw new IOException("No");
		}))) {
			HeapDump last = DumpsUnderTest.take(dumps);
			for (int i = 0; i < 25; i++) {
				last = DumpsUnderTest.take(dumps);
			}
			assertThat(dumps.all()).hasSize(20).first().isEqualTo(last);
		}
	}

	@Test
	void whenTheDirectoryIsRemovedWhileOneIsWrittenTheNextWorks() {
		AtomicInteger dumpsWritten = new AtomicInteger();
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			Files.writeString(file, "text");
			if (dumpsWritten.getAndIncrement() == 0) {
				remove(this.directory);
			}
		}))) {
			HeapDump failed = DumpsUnderTest.take(dumps);
			assertThat(failed.failure())
				.isEqualTo("Heap dump failed: its directory, or what was written there, has been removed");
			assertThat(DumpsUnderTest.take(dumps).state()).isEqualTo(DumpState.READY);
		}
	}

	@Test
	void requestWhenTheDirectoryIsALinkShouldRefuseWithoutAPath() throws IOException {
		Files.createSymbolicLink(this.directory, Files.createDirectory(this.temporary.resolve("elsewhere")));
		try (LocalHeapDumps dumps = this.under.written("text")) {
			dumps.start();
			HeapDumpRefusedException refusal = catchThrowableOfType(HeapDumpRefusedException.class,
					() -> dumps.request("no"));
			assertThat(refusal.kind()).isEqualTo(Cause.UNAVAILABLE);
			assertThat(refusal).hasMessageContaining("is a symbolic link");
			assertThat(refusal.getMessage()).doesNotContain(this.temporary.toString());
			assertThat(this.under.problems).anyMatch((problem) -> problem.contains(this.directory.toString()));
			assertThat(dumps.all()).isEmpty();
		}
	}

	@Test
	void requestWhenTheContainerIsAtItsLimitShouldRefuse() {
		KernelTree kernel = new KernelTree(this.temporary.resolve("kernel")).machine()
			.membership("0::/\n")
			.groupV2("", "536870912", 530_000_000, 4096);
		try (LocalHeapDumps dumps = this.under.kernelRoot(kernel.root()).written("text")) {
			assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> dumps.request("no"))
				.withMessageContaining("of memory left below the limit of 512 MB");
			assertThat(dumps.all()).isEmpty();
		}
	}

	@Test
	void requestWithoutRoomOnTheDiskShouldRefuse() throws IOException {
		try (LocalHeapDumps dumps = this.under.minFreeDisk(Long.MAX_VALUE / 2).written("text")) {
			HeapDumpRefusedException refusal = catchThrowableOfType(HeapDumpRefusedException.class,
					() -> dumps.request("no"));
			assertThat(refusal.kind()).isEqualTo(Cause.RESOURCES);
			assertThat(refusal).hasMessageContaining("free on the disk");
			assertThat(this.under.fileNames()).isEmpty();
		}
	}

	@Test
	void refusalsOfWhatAsksByItselfAreNotToldEachTime() {
		try (LocalHeapDumps dumps = this.under.minFreeDisk(Long.MAX_VALUE / 2).written("text")) {
			assertThatExceptionOfType(HeapDumpRefusedException.class)
				.isThrownBy(() -> dumps.request(new DumpOrder(DumpTrigger.THRESHOLD, "no", false)));
			assertThat(this.under.problems).isEmpty();
			assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> dumps.request("no"));
			assertThat(this.under.problems).hasSize(1);
		}
	}

	@Test
	void requestWhenThePauseWouldBeTooLongShouldRefuse() {
		try (LocalHeapDumps dumps = this.under.maxPause(Duration.ofMillis(1)).written("text")) {
			assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> dumps.request("no"))
				.withMessageContaining("'heapwise.heapdump.max-pause'");
		}
	}

	@Test
	void requestWhenItIsClosedShouldRefuse() {
		LocalHeapDumps dumps = this.under.written("text");
		DumpsUnderTest.take(dumps);
		dumps.close();
		HeapDumpRefusedException refusal = catchThrowableOfType(HeapDumpRefusedException.class,
				() -> dumps.request("no"));
		assertThat(refusal.kind()).isEqualTo(Cause.UNAVAILABLE);
		assertThat(refusal).hasMessage("Heap dump not started: the application is being stopped");
		assertThat(dumps.all()).isEmpty();
		assertThat(this.directory).isDirectoryNotContaining("glob:**.lock");
	}

	@Test
	void reasonsAreMadeSafe() {
		try (LocalHeapDumps dumps = this.under.written("text")) {
			HeapDump dump = dumps.request("a\n\u202E" + "x".repeat(1000));
			assertThat(dump.reason()).startsWith("a\uFFFD\uFFFD").hasSize(200);
			assertThat(DumpsUnderTest.awaitEnd(dumps, dump.id()).reason()).isEqualTo(dump.reason());
		}
	}

	@Test
	void dumpsAreTakenOnAThreadThatKnowsNothingOfWhoAsked() {
		InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
		List<String> users = new CopyOnWriteArrayList<>();
		user.set("somebody");
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			Files.writeString(file, "text");
			users.add(String.valueOf(user.get()));
		}))) {
			DumpsUnderTest.take(dumps);
			assertThat(users).containsExactly("null");
		}
		finally {
			user.remove();
		}
	}

	@Test
	void deleteWhenItIsQueuedCancelsIt() {
		try (LocalHeapDumps dumps = this.under.with(blocked())) {
			HeapDump first = dumps.request("first");
			awaitWriting();
			HeapDump queued = dumps.request("second");
			assertThat(dumps.delete(queued.id())).isTrue();
			assertThat(dumps.find(queued.id())).isEmpty();
			this.go.countDown();
			HeapDump third = DumpsUnderTest.take(dumps);
			assertThat(dumps.all()).extracting(HeapDump::id).containsExactly(third.id(), first.id());
		}
	}

	@Test
	void deleteWhenItIsBeingWrittenDeletesItAfterwards() {
		try (LocalHeapDumps dumps = this.under.with(blocked())) {
			HeapDump queued = dumps.request("not wanted");
			awaitWriting();
			assertThat(dumps.delete(queued.id())).isTrue();
			this.go.countDown();
			Awaitility.await().untilAsserted(() -> {
				assertThat(dumps.all()).isEmpty();
				assertThat(this.under.fileNames()).isEmpty();
			});
			assertThat(this.under.ended).isEmpty();
		}
	}

	@Test
	void deleteWhenItIsBeingReadKeepsItForTheReader() throws IOException {
		try (LocalHeapDumps dumps = this.under.written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			DumpContent content = dumps.open(dump.id(), true).orElseThrow();
			DumpContent other = dumps.open(dump.id(), true).orElseThrow();
			assertThat(dumps.delete(dump.id())).isTrue();
			assertThat(dumps.all()).isEmpty();
			assertThat(dumps.delete(dump.id())).isFalse();
			assertThat(dumps.open(dump.id(), true)).isEmpty();
			other.close();
			try (InputStream in = content.open()) {
				assertThat(in).hasContent("secret 42");
			}
			content.close();
			assertThat(this.under.fileNames()).isEmpty();
		}
	}

	@Test
	void retentionSparesWhatIsBeingRead() throws IOException {
		try (LocalHeapDumps dumps = this.under.retention(1, 1L << 40, Duration.ofDays(1)).written("text")) {
			HeapDump first = DumpsUnderTest.take(dumps);
			try (DumpContent content = dumps.open(first.id(), true).orElseThrow()) {
				assertThat(content.length()).isEqualTo(4);
				HeapDump second = DumpsUnderTest.take(dumps);
				assertThat(dumps.all()).extracting(HeapDump::id).contains(first.id(), second.id());
			}
			HeapDump third = DumpsUnderTest.take(dumps);
			Awaitility.await()
				.untilAsserted(() -> assertThat(dumps.all()).extracting(HeapDump::id).containsExactly(third.id()));
			assertThat(this.under.fileNames()).hasSize(2);
		}
	}

	@Test
	void whenTheClockStepsBackTheLastDumpIsStillTheNewest() {
		SettableClock clock = new SettableClock(Instant.parse("2026-01-02T00:00:00Z"));
		try (LocalHeapDumps dumps = this.under.clock(clock)
			.retention(1, 1L << 40, Duration.ofDays(7))
			.written("text")) {
			DumpsUnderTest.take(dumps);
			clock.advance(Duration.ofDays(-3));
			HeapDump second = DumpsUnderTest.take(dumps);
			Awaitility.await()
				.untilAsserted(() -> assertThat(dumps.all()).extracting(HeapDump::id).containsExactly(second.id()));
		}
	}

	@Test
	void dumpsSurviveARestart() throws IOException {
		HeapDump dump;
		try (LocalHeapDumps dumps = this.under.written("secret 42")) {
			dump = DumpsUnderTest.take(dumps);
		}
		assertThat(this.directory).isDirectoryNotContaining("glob:**.lock");
		try (LocalHeapDumps dumps = this.under.written("text")) {
			dumps.start();
			assertThat(dumps.all()).containsExactly(dump);
			assertThat(read(dumps, dump.id(), true)).isEqualTo("secret 42");
			assertThat(DumpsUnderTest.take(dumps).id()).isEqualTo(dumps.all().get(0).id());
		}
	}

	@Test
	void dumpsOfOthersInTheDirectoryAreNotItsOwn() throws IOException {
		try (LocalHeapDumps dumps = this.under.written("text")) {
			HeapDump own = DumpsUnderTest.take(dumps);
			String other = "20260101-000000-abcdef";
			DumpMetadata.write(this.directory.resolve(other + DumpFiles.METADATA),
					DumpsUnderTest.stored(7, other, DumpsUnderTest.facts(Instant.EPOCH, 4)));
			Files.writeString(this.directory.resolve(other + DumpFiles.DUMP), "text");
			assertThat(dumps.all()).extracting(HeapDump::id).containsExactlyInAnyOrder(own.id(), other);
			assertThat(dumps.isOwn(own.id())).isTrue();
			assertThat(dumps.isOwn(other)).isFalse();
			assertThat(dumps.isOwn("none")).isFalse();
		}
	}

	@Test
	void openTakesTheValuesOut() throws IOException {
		try (LocalHeapDumps dumps = this.under.written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			assertThat(dump.facts().redacted()).isFalse();
			assertThat(read(dumps, dump.id(), false)).isEqualTo("secret --");
		}
	}

	@Test
	void openLooksThroughADumpOnce() throws IOException {
		AtomicInteger looks = new AtomicInteger();
		try (LocalHeapDumps dumps = this.under.redactor((file, cancel) -> {
			looks.incrementAndGet();
			return new WithoutDigits(file);
		}).written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			dumps.open(dump.id(), false).orElseThrow().close();
			assertThat(looks).hasValue(0);
			assertThat(read(dumps, dump.id(), false)).isEqualTo(read(dumps, dump.id(), false));
			assertThat(looks).hasValue(1);
		}
	}

	@Test
	void openWhenTheRedactorCannotReadItAllShouldFailBeforeTheFirstByte() throws IOException {
		try (LocalHeapDumps dumps = this.under
			.redactor((file, cancel) -> new WithoutDigits(Files.writeString(this.temporary.resolve("x"), "s")))
			.written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(dumps, dump.id(), false))
				.withMessage("The dump is damaged: 1 of 9 bytes can be read");
			assertThat(dumps.delete(dump.id())).isTrue();
			assertThat(this.under.fileNames()).as("closed with the failure").isEmpty();
		}
	}

	@Test
	void whenRedactedAtCaptureNoValueStaysOnTheDisk() throws IOException {
		try (LocalHeapDumps dumps = this.under.redactAtCapture().written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			assertThat(dump.facts().redacted()).isTrue();
			assertThat(this.under.fileNames()).containsExactly(dump.id() + ".hprof", dump.id() + ".properties");
			assertThat(this.directory.resolve(dump.id() + ".hprof")).hasContent("secret --");
			assertThat(read(dumps, dump.id(), true)).isEqualTo("secret --");
			assertThat(read(dumps, dump.id(), false)).isEqualTo("secret --");
		}
	}

	@Test
	void whenRedactionAtCaptureFailsNothingStays() throws IOException {
		try (LocalHeapDumps dumps = this.under.redactAtCapture((file, cancel) -> {
			throw new IOException("'%s' is no heap dump".formatted(file));
		}).written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			assertThat(dump.failure()).isEqualTo(
					"Heap dump failed: '.../%s' is no heap dump".formatted(dump.failure().replaceAll(".*/|'.*", "")));
			assertThat(this.under.fileNames()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "../secret", "..%2fsecret", "20260101-000000-abcdef/../../secret",
			"20260101-000000-ABCDEF", "20260101-000000-abcdef\n", "20260101-000000-abcdef.hprof", "\u0000" })
	void anIdThatIsNoneFindsNothing(String id) throws IOException {
		Files.writeString(this.temporary.resolve("secret.hprof"), "text");
		try (LocalHeapDumps dumps = this.under.written("text")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			assertThat(dumps.find(id)).isEmpty();
			assertThat(dumps.open(id, true)).isEmpty();
			assertThat(dumps.delete(id)).isFalse();
			assertThat(dumps.all()).containsExactly(dump);
		}
	}

	@Test
	void copiesAreRedactedAndNamed() {
		List<String> copies = new ArrayList<>();
		try (LocalHeapDumps dumps = this.under
			.copyTo((dump, fileName, content, length) -> copies
				.add(fileName + ": " + new String(content.readNBytes((int) length), StandardCharsets.UTF_8)))
			.written("secret 42")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			Awaitility.await()
				.untilAsserted(() -> assertThat(copies).containsExactly("orders-" + dump.id() + ".hprof: secret --"));
			assertThat(dumps.find(dump.id()).orElseThrow().facts().copyFailure()).isNull();
		}
	}

	@Test
	void whenACopyFailsTheDumpSaysSo() {
		try (LocalHeapDumps dumps = this.under.copyTo((dump, fileName, content, length) -> {
			throw new IOException("s3://bucket is not there");
		}).written("text")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			Awaitility.await()
				.untilAsserted(() -> assertThat(dumps.find(dump.id()).orElseThrow().facts().copyFailure())
					.isEqualTo("The dump is not copied elsewhere: 'IOException'; the log has more"));
			assertThat(dumps.find(dump.id()).orElseThrow().state()).isEqualTo(DumpState.READY);
			assertThat(this.under.problems).singleElement().asString().contains("s3://bucket is not there");
		}
	}

	@Test
	void whenACopyFailsADumpThatIsDeletedStaysDeleted() throws IOException {
		CountDownLatch failed = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		try (LocalHeapDumps dumps = this.under.copyTo((dump, fileName, content, length) -> {
			this.writing.countDown();
			await(this.go);
			throw new IOException("gone");
		}).copyTo((dump, fileName, content, length) -> {
			failed.countDown();
			await(end);
		}).written("text")) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			awaitWriting();
			assertThat(dumps.delete(dump.id())).isTrue();
			this.go.countDown();
			await(failed);
			assertThat(dumps.find(dump.id())).isEmpty();
			end.countDown();
			Awaitility.await().untilAsserted(() -> assertThat(this.under.fileNames()).isEmpty());
		}
	}

	private String read(LocalHeapDumps dumps, String id, boolean raw) throws IOException {
		try (InputStream in = dumps.open(id, raw).orElseThrow().open()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private DumpWriter blocked() {
		return Writing.of((file, live) -> {
			Files.writeString(file, "text");
			this.writing.countDown();
			await(this.go);
		});
	}

	private void awaitWriting() {
		await(this.writing);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(30, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void remove(Path directory) throws IOException {
		try (var files = Files.list(directory)) {
			files.forEach(OwnFiles::deleteQuietly);
		}
		Files.delete(directory);
	}

}
