package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.heapgraph.FieldValue;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapRoot;
import io.github.heapwise.heapgraph.RootKind;
import io.github.heapwise.heapgraph.StackFrame;
import io.github.heapwise.heapgraph.StackTraces;
import org.jspecify.annotations.Nullable;

/**
 * Finds the threads that run, virtual ones included where the dump has them as roots,
 * their stacks, and what the variables of their frames hold. What a frame holds its
 * thread holds in the index, so a thread retains all that only it and its frames hold.
 * <p>
 * Values of variables are not kept.
 */
final class ThreadReport {

	private static final int MAX_THREADS = 2000;

	private static final int MAX_ROOTS = 1_000_000;

	private static final int MAX_FRAMES_OF_THREAD = 128;

	private static final int MAX_FRAMES = 30_000;

	// Of the names in frames. Of stacks with names of usual lengths nothing is left out.
	private static final int MAX_CHARACTERS = 4_000_000;

	private static final int MAX_LOCALS_OF_FRAME = 10;

	private static final int MAX_LOCALS = 30_000;

	private static final int FIELDS_OF_THREAD = 1000;

	private final ReportWork work;

	private final HeapGraph graph;

	private final ObjectRows rows;

	private final Map<Integer, Map<Integer, List<Integer>>> localsByFrameByThread = new HashMap<>();

	private int framesLeft = MAX_FRAMES;

	private int charactersLeft = MAX_CHARACTERS;

	private int localsLeft = MAX_LOCALS;

	private ThreadReport(ReportWork work) {
		this.work = work;
		this.graph = work.graph();
		this.rows = new ObjectRows(this.graph, new ObjectValues(this.graph, false), this.graph.reachableBytes());
	}

	/**
	 * Compute the report. Reads all roots, and all of the dump that is not the heap.
	 * @param work of which dump
	 * @return the threads
	 */
	static ThreadStacks compute(ReportWork work) throws IOException {
		return new ThreadReport(work).compute();
	}

	private ThreadStacks compute() throws IOException {
		Map<Integer, Integer> serialByThread = new HashMap<>();
		this.graph.roots((root) -> {
			if (root.kind() == RootKind.THREAD && serialByThread.size() < MAX_ROOTS) {
				serialByThread.putIfAbsent(root.object(), root.number());
			}
		});
		List<Integer> threads = serialByThread.keySet()
			.stream()
			.sorted(Comparator.comparingLong(this.graph::retainedBytes).reversed())
			.limit(MAX_THREADS)
			.toList();
		threads.forEach((thread) -> this.localsByFrameByThread.put(thread, new TreeMap<>()));
		this.graph.roots(this::addLocal);
		int[] serials = threads.stream().mapToInt((thread) -> serialByThread.getOrDefault(thread, -1)).toArray();
		StackTraces stacks = this.graph.stackTraces(serials, this.work.cancel());
		List<ThreadRow> made = new ArrayList<>();
		for (int thread : threads) {
			this.work.at(made.size(), threads.size());
			made.add(row(thread, stacks, serialByThread.getOrDefault(thread, -1)));
		}
		return new ThreadStacks(serialByThread.size(), made);
	}

	private void addLocal(HeapRoot root) {
		boolean local = root.kind() == RootKind.JAVA_FRAME || root.kind() == RootKind.JNI_LOCAL;
		Map<Integer, List<Integer>> byFrame = this.localsByFrameByThread.get(root.thread());
		if (local && byFrame != null && root.number() >= 0 && root.number() < MAX_FRAMES_OF_THREAD) {
			List<Integer> locals = byFrame.computeIfAbsent(root.number(), (added) -> new ArrayList<>(2));
			if (!locals.contains(root.object())) {
				locals.add(root.object());
			}
		}
	}

	private ThreadRow row(int thread, StackTraces stacks, int serial) throws IOException {
		List<StackFrame> frames = stacks.frames(serial);
		int shown = Math.min(frames.size(), Math.min(MAX_FRAMES_OF_THREAD, this.framesLeft));
		Map<Integer, List<Integer>> locals = this.localsByFrameByThread.getOrDefault(thread, Map.of());
		List<ThreadRow.Frame> made = new ArrayList<>();
		for (int i = 0; i < shown && this.charactersLeft > 0; i++) {
			made.add(frame(frames.get(i), locals.getOrDefault(i, List.of())));
		}
		this.framesLeft -= made.size();
		long more = frames.size() - made.size() + stacks.moreFrames(serial);
		return new ThreadRow(this.rows.row(thread), daemon(thread), this.graph.retainedBytes(thread), made,
				(int) Math.min(Integer.MAX_VALUE, more));
	}

	private ThreadRow.Frame frame(StackFrame frame, List<Integer> locals) throws IOException {
		int[] largest = locals.stream()
			.sorted(Comparator.comparingLong(this.graph::retainedBytes).reversed())
			.limit(Math.min(MAX_LOCALS_OF_FRAME, this.localsLeft))
			.mapToInt(Integer::intValue)
			.toArray();
		this.localsLeft -= largest.length;
		String method = StackText.method(frame);
		String location = StackText.location(frame);
		List<ObjectRow> rows = this.rows.rows(largest);
		int classNames = rows.stream().mapToInt((row) -> row.className().length()).sum();
		this.charactersLeft -= method.length() + location.length() + classNames;
		return new ThreadRow.Frame(method, location, rows, locals.size() - largest.length);
	}

	// Since JDK 19 a field of what only platform threads have. All zeros is what
	// redaction
	// leaves: no thread has priority 0.
	private @Nullable Boolean daemon(int thread) throws IOException {
		Map<String, FieldValue> fields = fields(thread);
		FieldValue holder = fields.get("holder");
		if (holder != null && holder.object() >= 0) {
			fields = fields(holder.object());
		}
		FieldValue priority = fields.get("priority");
		FieldValue daemon = fields.get("daemon");
		boolean redacted = priority == null || Integer.valueOf(0).equals(priority.primitive());
		return (!redacted && daemon != null && daemon.primitive() instanceof Boolean value) ? value : null;
	}

	// The same name lower down the classes hides that of the JDK, which is last.
	private Map<String, FieldValue> fields(int object) throws IOException {
		Map<String, FieldValue> fields = new HashMap<>();
		this.graph.fields(object, 0, FIELDS_OF_THREAD).forEach((field) -> fields.put(field.name(), field));
		return fields;
	}

}
