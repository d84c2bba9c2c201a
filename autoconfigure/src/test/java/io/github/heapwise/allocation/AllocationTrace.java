package io.github.heapwise.allocation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.github.heapwise.jvm.AllocatedBytesSnapshot;

/**
 * Allocation events of a {@link KnownWorkload} as they were recorded, with the exact
 * counters and the truth at moments a second apart.
 * <p>
 * Text, one record a line, times in microseconds since the record before:
 *
 * <pre>
 * # anything
 * class {name}                                         numbered in this order
 * thread {id} {name}
 * in {time} {thread} {function} {class} {object bytes} {TLAB bytes}
 * out {time} {thread} {function} {class} {object bytes}
 * gc {time}
 * at {time} {total bytes} {thread}={bytes} ... | {bytes by function} ...
 * </pre>
 *
 * A function is its ordinal in {@link KnownFunction}, -1 for other code.
 *
 * @param events the events in order of time
 * @param collections when collections started, nanoseconds since 1970
 * @param marks the moments, in order of time
 */
record AllocationTrace(List<Event> events, long[] collections, List<Mark> marks) {

	static AllocationTrace read(String resource) {
		try (InputStream in = AllocationTrace.class.getResourceAsStream(resource);
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
			return new Reader().read(lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what was allocated from one mark to another.
	 * @param fromMark index of the first
	 * @param toMark index of the last
	 * @return bytes by function
	 */
	Map<KnownFunction, Long> truth(int fromMark, int toMark) {
		Map<KnownFunction, Long> truth = new EnumMap<>(KnownFunction.class);
		long[] from = this.marks.get(fromMark).truth();
		long[] to = this.marks.get(toMark).truth();
		for (KnownFunction function : KnownFunction.values()) {
			truth.put(function, to[function.ordinal()] - from[function.ordinal()]);
		}
		return truth;
	}

	/**
	 * Return how many events there are from one mark to another.
	 * @param fromMark index of the first
	 * @param toMark index of the last
	 * @return number of events
	 */
	long events(int fromMark, int toMark) {
		long from = this.marks.get(fromMark).counters().epochNanos();
		long to = this.marks.get(toMark).counters().epochNanos();
		return this.events.stream().filter((event) -> event.epochNanos() >= from && event.epochNanos() < to).count();
	}

	/**
	 * An event.
	 *
	 * @param event its type
	 * @param epochNanos when, nanoseconds since 1970
	 * @param thread who allocated
	 * @param function ordinal of the function, -1 for other code
	 * @param className name of the allocated class
	 * @param objectBytes size of the object
	 * @param bytes size of the TLAB, or of the object outside one
	 */
	record Event(AllocationEvent event, long epochNanos, SampledThread thread, int function, String className,
			long objectBytes, long bytes) {
	}

	/**
	 * A moment.
	 *
	 * @param counters the exact counters
	 * @param truth bytes by function since the start
	 */
	record Mark(AllocatedBytesSnapshot counters, long[] truth) {
	}

	private static final class Reader {

		private final List<Event> events = new ArrayList<>();

		private final List<Long> collections = new ArrayList<>();

		private final List<Mark> marks = new ArrayList<>();

		private final List<String> classes = new ArrayList<>();

		private final Map<Long, SampledThread> threads = new HashMap<>();

		private long nanos = 1_000_000_000L;

		AllocationTrace read(BufferedReader lines) throws IOException {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				accept(line.split(" "));
			}
			long[] starts = this.collections.stream().mapToLong(Long::longValue).toArray();
			return new AllocationTrace(List.copyOf(this.events), starts, List.copyOf(this.marks));
		}

		private void accept(String[] fields) {
			switch (fields[0]) {
				case "class" -> this.classes.add(fields[1]);
				case "thread" -> thread(fields);
				case "in" -> event(AllocationEvent.IN_NEW_TLAB, fields);
				case "out" -> event(AllocationEvent.OUTSIDE_TLAB, fields);
				case "gc" -> this.collections.add(time(fields));
				case "at" -> mark(fields);
				default -> {
				}
			}
		}

		private void thread(String[] fields) {
			long id = Long.parseLong(fields[1]);
			String name = String.join(" ", Arrays.asList(fields).subList(2, fields.length));
			this.threads.put(id, new SampledThread(id, name, false));
		}

		private void event(AllocationEvent event, String[] fields) {
			long objectBytes = Long.parseLong(fields[5]);
			long bytes = (fields.length > 6) ? Long.parseLong(fields[6]) : objectBytes;
			this.events.add(new Event(event, time(fields), this.threads.get(Long.parseLong(fields[2])),
					Integer.parseInt(fields[3]), this.classes.get(Integer.parseInt(fields[4])), objectBytes, bytes));
		}

		private void mark(String[] fields) {
			int bar = Arrays.asList(fields).indexOf("|");
			long[] ids = new long[bar - 3];
			long[] bytes = new long[ids.length];
			for (int i = 0; i < ids.length; i++) {
				String[] pair = fields[3 + i].split("=");
				ids[i] = Long.parseLong(pair[0]);
				bytes[i] = Long.parseLong(pair[1]);
			}
			long[] truth = Arrays.stream(fields, bar + 1, fields.length).mapToLong(Long::parseLong).toArray();
			this.marks
				.add(new Mark(new AllocatedBytesSnapshot(time(fields), ids, bytes, Long.parseLong(fields[2])), truth));
		}

		private long time(String[] fields) {
			this.nanos += 1000 * Long.parseLong(fields[1]);
			return this.nanos;
		}

	}

}
