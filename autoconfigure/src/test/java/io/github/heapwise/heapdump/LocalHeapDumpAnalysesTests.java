package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

import io.github.heapwise.heapdump.AnalysisSettings.Mode;
import io.github.heapwise.heapdump.DumpAnalysis.State;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.heapdump.analysis.AnalysisFailedException;
import io.github.heapwise.heapdump.analysis.DumpAnalyzer;
import io.github.heapwise.heapdump.analysis.DumpAnalyzers;
import io.github.heapwise.heapview.HeapViews;
import io.github.heapwise.heapview.TableQuery;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.os.KernelTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LocalHeapDumpAnalyses}.
 */
class LocalHeapDumpAnalysesTests {

	private static final int STICKY_CLASS = 0x05;

	@TempDir
	private Path temporary;

	private Path directory;

	private DumpsUnderTest under;

	private final CountDownLatch begun = new CountDownLatch(1);

	private final Semaphore go = new Semaphore(0);

	@BeforeEach
	void prepare() {
		this.directory = this.temporary.resolve("dumps");
		this.under = new DumpsUnderTest(this.directory);
	}

	@Test
	void aDumpThatIsBeingAnalysedCanBeReadAndIsReadyAfterwards() throws Exception {
		try (LocalHeapDumps dumps = dumps(true, this::whenTold)) {
			String id = dumps.request("a test").id();
			this.begun.await();
			HeapDump indexing = dumps.find(id).orElseThrow();
			assertThat(indexing.state()).isEqualTo(DumpState.INDEXING);
			assertThat(indexing.progressRatio()).isEqualTo(0.5);
			assertThat(dumps.all()).containsExactly(indexing);
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.RUNNING);
			assertThat(dumps.analyses().<String>ask(id, (views) -> "an answer")).isEmpty();
			assertThat(dumps.open(id, true).orElseThrow().open().readAllBytes()).isEqualTo(dump());
			this.go.release();
			assertThat(DumpsUnderTest.awaitEnd(dumps, id).state()).isEqualTo(DumpState.READY);
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.DONE);
		}
	}

	@Test
	void theNextDumpWaitsForNoAnalysisButItsAnalysisDoes() throws Exception {
		try (LocalHeapDumps dumps = dumps(true, this::whenTold)) {
			String first = dumps.request("first").id();
			this.begun.await();
			String second = dumps.request("second").id();
			await().until(() -> dumps.find(second).orElseThrow().facts() != null);
			assertThat(dumps.find(second).orElseThrow().state()).isEqualTo(DumpState.INDEXING);
			assertThat(dumps.analyses().analysis(second).state()).isEqualTo(State.QUEUED);
			this.go.release(2);
			DumpsUnderTest.awaitEnd(dumps, first);
			DumpsUnderTest.awaitEnd(dumps, second);
			assertThat(dumps.analyses().analysis(second).state()).isEqualTo(State.DONE);
		}
	}

	@Test
	void whatIsAnalysedIsThereForTheNextProcess() throws IOException {
		String id;
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			id = DumpsUnderTest.take(dumps).id();
		}
		try (LocalHeapDumps dumps = dumps(true, failing(new IOException("not again")))) {
			DumpAnalysis analysis = dumps.analyses().analyse(id).orElseThrow();
			assertThat(analysis.state()).isEqualTo(State.DONE);
			assertThat(analysis.totals().objects()).isPositive();
			assertThat(analysis.indexBytes()).isPositive();
			assertThat(dumps.analyses().ask(id, (views) -> classes(views)))
				.hasValueSatisfying((rows) -> assertThat(rows).isPositive());
		}
	}

	@Test
	void withoutBeingAskedNothingIsAnalysedIfSoSet() {
		try (LocalHeapDumps dumps = dumps(false, DumpAnalyzers.inProcess())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(dumps.analyses().analysis(id)).isEqualTo(DumpAnalysis.NONE);
			assertThat(dumps.analyses().analyse(id)).isPresent();
			await().until(() -> dumps.analyses().analysis(id).state() == State.DONE);
		}
	}

	@Test
	void whatTheJvmWroteWhenItWasOutOfMemoryIsAnalysedToo() throws IOException {
		Files.createDirectory(this.directory,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		Files.write(this.directory.resolve("lx1-1-abcdef.oom.hprof"), dump());
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			dumps.start();
			await().until(() -> !dumps.all().isEmpty());
			String id = dumps.all().get(0).id();
			DumpsUnderTest.awaitEnd(dumps, id);
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.DONE);
		}
	}

	@Test
	void whereItRanInsteadIsSaid() {
		DumpAnalyzer elsewhere = (dump, scratch, cancel, progress) -> {
			DumpAnalyzers.inProcess().analyse(dump, scratch, cancel, progress);
			return "Analysed elsewhere";
		};
		try (LocalHeapDumps dumps = dumps(true, elsewhere)) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(dumps.analyses().analysis(id).reason()).isEqualTo("Analysed elsewhere");
		}
	}

	@Test
	void aFailureLeavesADumpThatIsReadyAndNoIndex() throws IOException {
		DumpAnalyzer half = (dump, scratch, cancel, progress) -> {
			DumpAnalyzers.inProcess().analyse(dump, scratch, cancel, progress);
			throw new IOException("nothing to read in " + dump);
		};
		try (LocalHeapDumps dumps = dumps(true, half)) {
			HeapDump ready = DumpsUnderTest.take(dumps);
			DumpAnalysis analysis = dumps.analyses().analysis(ready.id());
			assertThat(ready.state()).isEqualTo(DumpState.READY);
			assertThat(analysis.state()).isEqualTo(State.FAILED);
			assertThat(analysis.reason()).startsWith("Heap dump '" + ready.id() + ".hprof' not analysed");
			assertThat(this.under.fileNames()).containsExactly(ready.id() + ".hprof", ready.id() + ".properties");
			assertThat(this.under.problems).singleElement().asString().contains("nothing to read");
		}
	}

	@Test
	void aFailureInWordsForClientsIsToldAsItIs() {
		String words = "Heap dump not analysed: its process was killed";
		try (LocalHeapDumps dumps = dumps(true, failing(new AnalysisFailedException(words)))) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(dumps.analyses().analysis(id)).isEqualTo(new DumpAnalysis(State.FAILED, 0, words, null));
			assertThat(this.under.problems).containsExactly(words + " ('" + id + "')");
		}
	}

	@Test
	void whatTakesTooLongFails() {
		this.under.analysis(new AnalysisSettings(Mode.CHILD, true, Duration.ofSeconds(1), false), this::whenTold);
		try (LocalHeapDumps dumps = this.under.with(writer())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.FAILED);
			assertThat(dumps.analyses().analysis(id).reason()).isEqualTo(
					"Heap dump not analysed: it takes longer than the 1s that 'heapwise.heapdump.analysis.timeout' allows");
		}
	}

	@Test
	void deletingADumpCancelsItsAnalysis() throws Exception {
		try (LocalHeapDumps dumps = dumps(true, this::whenTold)) {
			String id = dumps.request("a test").id();
			this.begun.await();
			assertThat(dumps.delete(id)).isTrue();
			assertThat(dumps.find(id)).isEmpty();
			assertThat(dumps.analyses().analysis(id)).isEqualTo(DumpAnalysis.NONE);
			await().untilAsserted(() -> assertThat(this.under.fileNames()).isEmpty());
		}
		assertThat(this.under.problems).isEmpty();
	}

	@Test
	void deletingADumpDeletesItsIndex() throws IOException {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(this.under.fileNames()).contains(id + ".hprof.hwi");
			dumps.delete(id);
			assertThat(this.under.fileNames()).isEmpty();
			assertThat(dumps.analyses().analysis(id)).isEqualTo(DumpAnalysis.NONE);
			assertThat(dumps.analyses().analyse(id)).isEmpty();
		}
	}

	@Test
	void closingCancelsWhatIsUnderWay() throws Exception {
		LocalHeapDumps dumps = dumps(true, this::whenTold);
		dumps.request("a test");
		this.begun.await();
		dumps.close();
		assertThat(this.under.fileNames()).noneMatch((name) -> name.endsWith(".jar") || name.contains(".hwi"));
	}

	@Test
	void aDamagedIndexIsRemoved() throws IOException {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.DONE);
			damage(index(id));
			assertThatIOException().isThrownBy(() -> dumps.analyses().ask(id, (views) -> classes(views)));
			assertThat(index(id)).doesNotExist();
			assertThat(dumps.analyses().analysis(id)).isEqualTo(DumpAnalysis.NONE);
		}
	}

	@Test
	void ofTwoThatAreComparedOnlyTheDamagedOneIsRemoved() throws IOException {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String later = DumpsUnderTest.take(dumps).id();
			String earlier = DumpsUnderTest.take(dumps).id();
			assertThat(dumps.analyses().analysis(earlier).state()).isEqualTo(State.DONE);
			damage(index(earlier));
			assertThatIOException().isThrownBy(() -> compare(dumps, later, earlier));
			assertThat(index(earlier)).doesNotExist();
			assertThat(index(later)).isDirectory();
		}
	}

	@Test
	void ofTwoThatAreComparedTheOtherOneIsNotTakenForDamaged() throws IOException {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String later = DumpsUnderTest.take(dumps).id();
			String earlier = DumpsUnderTest.take(dumps).id();
			assertThatIOException()
				.isThrownBy(() -> dumps.analyses().ask(later, (views) -> dumps.analyses().ask(earlier, (others) -> {
					throw new IOException("a damaged report of the later one");
				})));
			assertThat(index(earlier)).isDirectory();
			assertThat(index(later)).doesNotExist();
		}
	}

	@Test
	void whoIsInterruptedSaysNothingAboutTheIndex() {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThatIOException().isThrownBy(() -> dumps.analyses().ask(id, (views) -> {
				throw new ClosedByInterruptException();
			}));
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.DONE);
		}
	}

	@Test
	void whatCannotBeOpenedNowIsNotTakenForDamaged() {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThatIOException().isThrownBy(() -> dumps.analyses().ask(id, (views) -> {
				throw new FileSystemException("classes", null, "Too many open files");
			}));
			assertThat(dumps.analyses().analysis(id).state()).isEqualTo(State.DONE);
		}
	}

	@Test
	void withoutMemoryForAProcessItIsRefusedWithTheFigures(@TempDir Path root) {
		KernelTree tree = new KernelTree(root).machine()
			.membership("0::/\n")
			.groupV2("", "" + 400 * KernelTree.MIB, 300 * KernelTree.MIB, 0);
		this.under.kernelRoot(tree.root());
		try (LocalHeapDumps dumps = dumps(true, this::whenTold)) {
			String id = DumpsUnderTest.take(dumps).id();
			String reason = "Heap dump not analysed: 100 MB of memory left below the limit of 400 MB, about 154 MB needed";
			assertThat(dumps.analyses().analysis(id)).isEqualTo(new DumpAnalysis(State.REFUSED, 0, reason, null));
			assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> dumps.analyses().analyse(id))
				.withMessage(reason)
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Cause.RESOURCES));
			assertThat(this.under.problems).containsExactly(reason + " ('" + id + "')");
		}
	}

	@Test
	void whereItIsTurnedOffNothingIsAnalysed() {
		this.under.analysis(new AnalysisSettings(Mode.OFF, true, Duration.ofMinutes(1), false), this::whenTold);
		try (LocalHeapDumps dumps = this.under.with(writer())) {
			String id = DumpsUnderTest.take(dumps).id();
			assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> dumps.analyses().analyse(id))
				.withMessage("Heap dump not analysed: 'heapwise.heapdump.analysis.mode' is 'off'")
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Cause.UNAVAILABLE));
		}
	}

	@Test
	void noMoreThanTwoQuestionsAreAnsweredAtTheSameTime() throws Exception {
		try (LocalHeapDumps dumps = dumps(true, DumpAnalyzers.inProcess())) {
			String id = DumpsUnderTest.take(dumps).id();
			CountDownLatch asked = new CountDownLatch(2);
			CountDownLatch enough = new CountDownLatch(1);
			for (int i = 0; i < 2; i++) {
				Thread thread = new Thread(() -> askUntil(dumps, id, asked, enough));
				thread.setDaemon(true);
				thread.start();
			}
			assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
			assertThatExceptionOfType(HeapDumpRefusedException.class)
				.isThrownBy(() -> dumps.analyses().ask(id, (views) -> ""))
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Cause.BUSY));
			enough.countDown();
			assertThat(dumps.analyses()
				.<String>ask(id, (views) -> dumps.analyses().<String>ask(id, (same) -> "both").orElseThrow()))
				.hasValue("both");
		}
	}

	@Test
	void idsThatAreNoneHaveNoAnalysis() throws IOException {
		try (LocalHeapDumps dumps = dumps(true, this::whenTold)) {
			for (String id : new String[] { "", "..", "../x", "20260102-030405-abcdef" }) {
				assertThat(dumps.analyses().analysis(id)).isEqualTo(DumpAnalysis.NONE);
				assertThat(dumps.analyses().analyse(id)).isEmpty();
				assertThat(dumps.analyses().<String>ask(id, (views) -> "an answer")).isEmpty();
			}
		}
	}

	private static void askUntil(LocalHeapDumps dumps, String id, CountDownLatch asked, CountDownLatch enough) {
		try {
			dumps.analyses().ask(id, (views) -> {
				asked.countDown();
				return isOpened(enough);
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isOpened(CountDownLatch latch) {
		try {
			return latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static void compare(LocalHeapDumps dumps, String later, String earlier) throws IOException {
		dumps.analyses()
			.ask(later, (views) -> dumps.analyses()
				.ask(earlier, (others) -> views.compare(others, TableQuery.FIRST).totalRows()));
	}

	private Path index(String id) {
		return this.directory.resolve(id + ".hprof.hwi");
	}

	private static void damage(Path index) throws IOException {
		try (var files = Files.newDirectoryStream(index)) {
			for (Path file : files) {
				Files.writeString(file, "damaged");
			}
		}
	}

	private static long classes(HeapViews views) throws IOException {
		return views.classes(new TableQuery(1, 10, null, false, "")).totalRows();
	}

	private LocalHeapDumps dumps(boolean automatic, DumpAnalyzer analyzer) {
		return this.under.analysis(new AnalysisSettings(Mode.CHILD, automatic, Duration.ofMinutes(1), false), analyzer)
			.with(writer());
	}

	private String whenTold(Path dump, Path scratch, CancelSignal cancel, DoubleConsumer progress) throws IOException {
		progress.accept(0.5);
		this.begun.countDown();
		try {
			while (!this.go.tryAcquire(10, TimeUnit.MILLISECONDS)) {
				cancel.check();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return DumpAnalyzers.inProcess().analyse(dump, scratch, cancel, progress);
	}

	private static DumpAnalyzer failing(IOException failure) {
		return (dump, scratch, cancel, progress) -> {
			throw failure;
		};
	}

	private static DumpWriter writer() {
		return DumpsUnderTest.Writing.of((file, live) -> Files.write(file, dump()));
	}

	private static byte[] dump() {
		return HeapDumpBuilder.aHeapDump()
			.classNamed("java.lang.Object", null)
			.classNamed("Order", "java.lang.Object")
			.root(STICKY_CLASS, "Order")
			.instance("order", "Order")
			.build();
	}

}
