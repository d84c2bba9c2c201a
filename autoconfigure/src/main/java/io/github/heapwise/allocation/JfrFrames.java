package io.github.heapwise.allocation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RouteTable;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nodes of recorded stacks and the frames of recorded classes.
 * <p>
 * JFR hands out the same objects for equal stacks, methods and classes within a chunk, so
 * they are looked up by identity: 3 to 7 times faster than by value. To not keep old
 * chunks alive, everything is forgotten by {@link #forget()}. Used by the stream's thread
 * only.
 */
final class JfrFrames {

	private static final int MAX_ENTRIES = 20_000;

	private final AllocationStore store;

	private final RecordedCode code;

	private final Predicate<String> ownClass;

	private final HandlerRoutes handlers;

	private final IdentityHashMap<RecordedStackTrace, Stack> stacks = new IdentityHashMap<>();

	private final IdentityHashMap<RecordedMethod, Integer> methods = new IdentityHashMap<>();

	private final IdentityHashMap<RecordedMethod, Integer> routes = new IdentityHashMap<>();

	private final IdentityHashMap<RecordedClass, Integer> classes = new IdentityHashMap<>();

	private final IdentityHashMap<RecordedThread, SampledThread> threads = new IdentityHashMap<>();

	private int generation = -1;

	/**
	 * Create an empty cache.
	 * @param store numbers frames and nodes
	 * @param codeOwner tells the application's classes
	 * @param ownClass tells the classes that serve Heapwise's own requests
	 * @param handlers tells the methods that handle requests
	 */
	JfrFrames(AllocationStore store, CodeOwner codeOwner, Predicate<String> ownClass, HandlerRoutes handlers) {
		this.store = store;
		this.code = new RecordedCode(codeOwner);
		this.ownClass = ownClass;
		this.handlers = handlers;
	}

	Stack stack(@Nullable RecordedStackTrace trace) {
		if (trace == null) {
			return Stack.NONE;
		}
		forgetIfRenumbered();
		Stack known = this.stacks.get(trace);
		if (known == null) {
			// The frames are made anew at each call.
			List<RecordedFrame> frames = trace.getFrames();
			known = new Stack(resolve(frames, trace.isTruncated()), frames.size(), route(frames));
			this.stacks.put(trace, known);
		}
		return known;
	}

	SampledThread thread(RecordedThread thread) {
		forgetIfRenumbered();
		return this.threads.computeIfAbsent(thread, JfrFrames::sampled);
	}

	int allocatedClass(RecordedClass type) {
		forgetIfRenumbered();
		return this.classes.computeIfAbsent(type, (unseen) -> this.store
			.frame(new Frame(FrameNames.allocatedClass(unseen.getName()), FrameCategory.ALLOCATED_CLASS)));
	}

	void forget() {
		this.stacks.clear();
		this.methods.clear();
		this.routes.clear();
		this.classes.clear();
		this.threads.clear();
	}

	private void forgetIfRenumbered() {
		if (this.generation != this.store.generation() || this.stacks.size() > MAX_ENTRIES
				|| this.threads.size() > MAX_ENTRIES) {
			this.generation = this.store.generation();
			forget();
		}
	}

	private static SampledThread sampled(RecordedThread thread) {
		boolean virtual = thread.hasField("virtual") && thread.getBoolean("virtual");
		String name = (thread.getJavaName() != null) ? thread.getJavaName() : thread.getOSName();
		return new SampledThread(thread.getJavaThreadId(), (name != null) ? name : "unnamed thread", virtual);
	}

	private int resolve(List<RecordedFrame> frames, boolean truncated) {
		int[] outermostFirst = new int[frames.size()];
		for (int i = 0; i < outermostFirst.length; i++) {
			RecordedMethod method = frames.get(frames.size() - 1 - i).getMethod();
			if (this.ownClass.test(method.getType().getName())) {
				return this.store.ownStack();
			}
			outermostFirst[i] = this.methods.computeIfAbsent(method, this::frame);
		}
		return this.store.stack(outermostFirst, truncated);
	}

	// The one nearest to the allocation: a handler may be called by another one's filter.
	private int route(List<RecordedFrame> frames) {
		for (RecordedFrame frame : frames) {
			int route = this.routes.computeIfAbsent(frame.getMethod(), this::handled);
			if (route != RouteTable.NONE) {
				return route;
			}
		}
		return RouteTable.NONE;
	}

	private int handled(RecordedMethod method) {
		return this.handlers.routeOf(method.getType().getName(), method.getName());
	}

	private int frame(RecordedMethod method) {
		RecordedClass type = method.getType();
		return this.store
			.frame(new Frame(FrameNames.method(type.getName(), method.getName()), this.code.category(type)));
	}

	/**
	 * A stack that was looked up.
	 *
	 * @param node its node
	 * @param depth number of its frames
	 * @param route number of the route that its code serves, {@link RouteTable#NONE} if
	 * it does not tell
	 */
	record Stack(int node, int depth, int route) {

		static final Stack NONE = new Stack(AllocationStore.NO_STACK, 0, RouteTable.NONE);

	}

}
