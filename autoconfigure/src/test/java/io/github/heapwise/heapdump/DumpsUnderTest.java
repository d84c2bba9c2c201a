package io.github.heapwise.heapdump;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.heapwise.heapdump.AnalysisSettings.Mode;
import io.github.heapwise.heapdump.analysis.DumpAnalyzer;
import io.github.heapwise.heapdump.analysis.DumpAnalyzers;
import io.github.heapwise.os.MemoryLimits;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Dumps in some directory, with what a test does not care for left as it is by default.
 */
final class DumpsUnderTest {

	final List<String> problems = Collections.synchronizedList(new ArrayList<>());

	final List<HeapDump> ended = Collections.synchronizedList(new ArrayList<>());

	private final Path directory;

	private final List<HeapDumpStore> stores = new ArrayList<>();

	private RetentionLimits retention = new RetentionLimits(5, 10L << 30, Duration.ofDays(7));

	private long minFreeDiskBytes = 1;

	private @Nullable Duration maxPause;

	private boolean redactAtCapture;

	private Clock clock = Clock.systemUTC();

	private DumpRedactor redactor = (file, cancel) -> new WithoutDigits(file);

	private Path kernelRoot = Path.of("/");

	private AnalysisSettings analysis = new AnalysisSettings(Mode.OFF, true, Duration.ofMinutes(1), false);

	private DumpAnalyzer analyzer = DumpAnalyzers.inProcess();

	DumpsUnderTest(Path directory) {
		this.directory = directory;
	}

	DumpsUnderTest retention(int count, long bytes, Duration age) {
		this.retention = new RetentionLimits(count, bytes, age);
		return this;
	}

	DumpsUnderTest minFreeDisk(long bytes) {
		this.minFreeDiskBytes = bytes;
		return this;
	}

	DumpsUnderTest maxPause(Duration pause) {
		this.maxPause = pause;
		return this;
	}

	DumpsUnderTest redactAtCapture(DumpRedactor with) {
		this.redactAtCapture = true;
		return redactor(with);
	}

	DumpsUnderTest redactAtCapture() {
		return redactAtCapture(this.redactor);
	}

	DumpsUnderTest redactor(DumpRedactor with) {
		this.redactor = with;
		return this;
	}

	DumpsUnderTest clock(Clock with) {
		this.clock = with;
		return this;
	}

	DumpsUnderTest kernelRoot(Path root) {
		this.kernelRoot = root;
		return this;
	}

	DumpsUnderTest analysis(AnalysisSettings settings, DumpAnalyzer with) {
		this.analysis = settings;
		this.analyzer = with;
		return this;
	}

	DumpsUnderTest copyTo(HeapDumpStore store) {
		this.stores.add(store);
		return this;
	}

	LocalHeapDumps ofThisJvm() {
		// What other tests left would be dumped as well.
		System.gc();
		return with(new DiagnosticDumpWriter());
	}

	/**
	 * Dumps that are a text with digits.
	 */
	LocalHeapDumps written(String content) {
		return with(Writing.of((file, live) -> Files.writeString(file, content)));
	}

	LocalHeapDumps with(DumpWriter writer) {
		HeapDumpSettings settings = new HeapDumpSettings(this.directory, "orders", this.retention,
				this.minFreeDiskBytes, this.maxPause, this.redactAtCapture, this.analysis);
		return new LocalHeapDumps(settings, new MemoryLimits(this.kernelRoot), this.redactor, this.stores,
				List.of(this.ended::add), this.clock, this.problems::add, writer, this.analyzer);
	}

	List<String> fileNames() throws IOException {
		try (var files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.endsWith(OwnerLock.SUFFIX))
				.sorted()
				.toList();
		}
	}

	static HeapDump awaitEnd(HeapDumps dumps, String id) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> dumps.find(id).orElseThrow(),
					(dump) -> dump.state() == DumpState.READY || dump.state() == DumpState.FAILED);
	}

	static HeapDump take(HeapDumps dumps) {
		return awaitEnd(dumps, dumps.request("a test").id());
	}

	static StoredDump stored(long sequence, String id, DumpFacts facts) {
		HeapDump wish = new HeapDump(id, DumpTrigger.API, "a test", false, facts.time(), DumpState.QUEUED, 0,
				new DumpEstimate(5, 6, true), null, null);
		return StoredDump.of(sequence, "gone-1-abcdef", wish, facts);
	}

	static DumpFacts facts(Instant time, long sizeBytes) {
		return new DumpFacts(time, 1200, sizeBytes, false, 1000, 2000, 3000, Map.of("UseCompressedOops", "true"), "jvm",
				"orders", "host", null);
	}

	/**
	 * A text with hyphens for digits.
	 */
	record WithoutDigits(Path file) implements RedactedDump {

		@Override
		public long length() {
			return this.file.toFile().length();
		}

		@Override
		public InputStream open() throws IOException {
			String text = Files.readString(this.file).replaceAll("\\d", "-");
			return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		}

	}

	/**
	 * What a test does instead of having the JVM write its heap.
	 */
	@FunctionalInterface
	interface Writing {

		void write(Path file, boolean live) throws IOException;

		static DumpWriter of(Writing writing) {
			return new DumpWriter() {

				@Override
				public @Nullable String unavailableReason() {
					return null;
				}

				@Override
				public void write(Path file, boolean live) throws IOException {
					writing.write(file, live);
				}

			};
		}

	}

}
