package io.github.heapwise.allocation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records an {@link AllocationTrace}. Arguments: the file, {@code steady} or
 * {@code bursty}, MB a second, seconds.
 */
final class AllocationTraceRecorder {

	private static final Map<String, Integer> FUNCTIONS = Arrays.stream(KnownFunction.values())
		.collect(Collectors.toMap(KnownFunction::methodName, KnownFunction::ordinal));

	private static final long WARM_UP_MILLIS = 5000;

	private final AllocatedBytesCounters counters = new AllocatedBytesCounters(Clock.systemUTC());

	private final List<Line> lines = new ArrayList<>();

	private final List<String> classes = new ArrayList<>();

	private final Map<Long, String> threads = new HashMap<>();

	public static void main(String[] args) throws Exception {
		AllocationTraceRecorder recorder = new AllocationTraceRecorder();
		boolean bursty = args[1].equals("bursty");
		recorder.record(bursty, Long.parseLong(args[2]) << 20, Integer.parseInt(args[3]));
		String title = "# JDK %s, %s, %s MB/s, %s s".formatted(Runtime.version(), args[1], args[2], args[3]);
		recorder.write(Path.of(args[0]), title);
	}

	private void record(boolean bursty, long bytesPerSecond, int seconds) throws Exception {
		Path file = Files.createTempFile("heapwise", ".jfr");
		try (KnownWorkload workload = new KnownWorkload(bytesPerSecond, bursty);
				Recording recording = new Recording()) {
			workload.resume();
			Thread.sleep(WARM_UP_MILLIS);
			recording.enable(AllocationEvent.IN_NEW_TLAB.eventName()).withStackTrace();
			recording.enable(AllocationEvent.OUTSIDE_TLAB.eventName()).withStackTrace();
			recording.enable("jdk.GarbageCollection").withThreshold(Duration.ZERO);
			recording.start();
			for (int second = 0; second <= seconds; second++) {
				Thread.sleep(1000);
				mark(workload);
			}
			recording.dump(file);
		}
		readEvents(file);
		Files.delete(file);
	}

	private void mark(KnownWorkload workload) throws InterruptedException {
		workload.pause();
		AllocatedBytesSnapshot now = this.counters.read();
		Map<KnownFunction, Long> truth = workload.truth();
		workload.resume();
		StringBuilder line = new StringBuilder("at % ").append(now.totalBytes());
		for (int i = 0; i < now.threadIds().length; i++) {
			line.append(' ').append(now.threadIds()[i]).append('=').append(now.threadBytes()[i]);
		}
		line.append(" |");
		truth.values().forEach((bytes) -> line.append(' ').append(bytes));
		add(now.epochNanos(), line.toString());
	}

	private void readEvents(Path file) throws IOException {
		try (RecordingFile recorded = new RecordingFile(file)) {
			while (recorded.hasMoreEvents()) {
				RecordedEvent event = recorded.readEvent();
				long nanos = AllocatedBytesCounters.nanos(event.getStartTime());
				String name = event.getEventType().getName();
				if (name.equals(AllocationEvent.IN_NEW_TLAB.eventName())) {
					add(nanos, "in % " + allocation(event) + " " + event.getLong("tlabSize"));
				}
				else if (name.equals(AllocationEvent.OUTSIDE_TLAB.eventName())) {
					add(nanos, "out % " + allocation(event));
				}
				else if (name.equals("jdk.GarbageCollection")) {
					add(nanos, "gc %");
				}
			}
		}
	}

	private String allocation(RecordedEvent event) {
		RecordedThread thread = event.getThread();
		long id = (thread != null) ? thread.getJavaThreadId() : 0;
		String name = (thread != null && thread.getJavaName() != null) ? thread.getJavaName() : "unnamed thread";
		this.threads.put(id, name);
		return "%d %d %d %d".formatted(id, function(event.getStackTrace()),
				classNumber(event.getClass("objectClass").getName()), event.getLong("allocationSize"));
	}

	private int classNumber(String name) {
		if (!this.classes.contains(name)) {
			this.classes.add(name);
		}
		return this.classes.indexOf(name);
	}

	private static int function(RecordedStackTrace stack) {
		if (stack != null) {
			for (RecordedFrame frame : stack.getFrames()) {
				RecordedMethod method = frame.getMethod();
				if (method.getType().getName().equals(KnownAllocations.class.getName())
						&& FUNCTIONS.containsKey(method.getName())) {
					return FUNCTIONS.get(method.getName());
				}
			}
		}
		return -1;
	}

	private void add(long epochNanos, String text) {
		this.lines.add(new Line(epochNanos / 1000, text));
	}

	private void write(Path path, String title) throws IOException {
		try (PrintStream out = new PrintStream(new GZIPOutputStream(Files.newOutputStream(path)), false,
				StandardCharsets.UTF_8)) {
			out.println(title);
			this.classes.forEach((name) -> out.println("class " + name));
			this.threads.forEach((id, name) -> out.println("thread " + id + " " + name));
			this.lines.sort(Comparator.comparingLong(Line::micros));
			long last = this.lines.get(0).micros();
			for (Line line : this.lines) {
				out.println(line.text().replaceFirst("%", String.valueOf(line.micros() - last)));
				last = line.micros();
			}
		}
	}

	/**
	 * A record.
	 *
	 * @param micros when, microseconds since 1970
	 * @param text the record, {@code %} for its time
	 */
	private record Line(long micros, String text) {
	}

}
