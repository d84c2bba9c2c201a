package io.github.heapwise.allocation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.heapwise.allocation.JfrFrames.Stack;
import io.github.heapwise.jfr.EventSubscriber;
import io.github.heapwise.jfr.EventSubscription;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.jvm.OwnThreads;
import io.github.heapwise.timeline.RouteTable;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/**
 * Takes the allocation events of this JVM into a store, 1.5 us an event on the stream's
 * thread.
 */
final class AllocationEventStream implements EventSubscriber, AutoCloseable {

	private final AllocationStore store;

	private final JfrFrames frames;

	private final NotedRoutes routes;

	private final Runnable afterFlush;

	private final Consumer<Throwable> onError;

	private final EventSubscription subscription;

	// counted under the lock of the store
	private long withStack;

	private long stackFrames;

	private long withoutStack;

	/**
	 * Start receiving events.
	 * @param stream where they come from
	 * @param mode what to record
	 * @param store where they go
	 * @param frames looks up stacks and classes, used by the stream's thread only
	 * @param routes looks up what samples were taken for
	 * @param afterFlush called on the stream's thread about once a second
	 * @param onError told when it cannot go on
	 */
	AllocationEventStream(SharedEventStream stream, SamplingMode mode, AllocationStore store, JfrFrames frames,
			NotedRoutes routes, Runnable afterFlush, Consumer<Throwable> onError) {
		this.store = store;
		this.frames = frames;
		this.routes = routes;
		this.afterFlush = afterFlush;
		this.onError = onError;
		this.subscription = stream.subscribe(this, EventSettings.of(mode, false));
	}

	@Override
	public Map<String, Consumer<RecordedEvent>> consumers() {
		return Arrays.stream(AllocationEvent.values())
			.collect(Collectors.toMap(AllocationEvent::eventName, (event) -> (recorded) -> accept(event, recorded)));
	}

	@Override
	public void flushed() {
		this.afterFlush.run();
	}

	@Override
	public void failed(Throwable cause) {
		this.onError.accept(cause);
	}

	void apply(SamplingMode mode, boolean inSlice) {
		this.subscription.apply(EventSettings.of(mode, inSlice));
	}

	/**
	 * Return the events since the start.
	 * @return counts that only grow
	 */
	EventCounts counts() {
		synchronized (this.store) {
			return new EventCounts(this.withStack, this.stackFrames, this.withoutStack);
		}
	}

	/**
	 * Return the thread that JFR calls back on.
	 * @return its id
	 */
	long threadId() {
		return this.subscription.threadId();
	}

	@Override
	public void close() {
		this.subscription.close();
	}

	private void accept(AllocationEvent event, RecordedEvent recorded) {
		RecordedStackTrace trace = recorded.getStackTrace();
		RecordedThread recordedThread = recorded.getThread();
		RecordedClass type = recorded.getClass("objectClass");
		long epochNanos = AllocatedBytesCounters.nanos(recorded.getStartTime());
		// Not below: requests are asked, which may hold locks of their own.
		int noted = (recordedThread != null) ? this.routes.at(recordedThread.getJavaThreadId(), epochNanos)
				: RouteTable.NONE;
		synchronized (this.store) {
			Stack stack = this.frames.stack(trace);
			count(stack);
			if (recordedThread == null || type == null) {
				return;
			}
			SampledThread thread = this.frames.thread(recordedThread);
			// JDK 25 samples the stream's own thread.
			int node = OwnThreads.isOwn(thread.name()) ? this.store.ownStack() : stack.node();
			this.store.add(new AllocationSample(event, epochNanos, thread, node, this.frames.allocatedClass(type),
					tag(noted, node, stack), objectBytes(event, recorded), bytes(event, recorded)));
		}
	}

	private int tag(int noted, int node, Stack stack) {
		if (node == this.store.ownStack()) {
			return RouteTag.NONE;
		}
		return (noted != RouteTable.NONE) ? RouteTag.noted(noted) : RouteTag.byStack(stack.route());
	}

	private void count(Stack stack) {
		if (stack.node() == AllocationStore.NO_STACK) {
			this.withoutStack++;
		}
		else {
			this.withStack++;
			this.stackFrames += stack.depth();
		}
	}

	private static long objectBytes(AllocationEvent event, RecordedEvent recorded) {
		return (event != AllocationEvent.SAMPLE) ? recorded.getLong("allocationSize") : 0;
	}

	private static long bytes(AllocationEvent event, RecordedEvent recorded) {
		return recorded.getLong(switch (event) {
			case IN_NEW_TLAB -> "tlabSize";
			case OUTSIDE_TLAB -> "allocationSize";
			case SAMPLE -> "weight";
		});
	}

}
