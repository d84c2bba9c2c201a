package io.github.heapwise.allocation;

import java.util.function.Consumer;

import io.github.heapwise.allocation.JfrFrames.Stack;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;

/**
 * Streams allocation events of this JVM into a store.
 * <p>
 * JFR writes to its repository on disk and is read from there about a second later, on a
 * thread of our own; 1.5 us an event. Settings may be changed from another thread while
 * it runs.
 */
final class AllocationEventStream implements AutoCloseable {

	// one chunk may be open on top of it
	private static final long MAX_REPOSITORY_BYTES = 16 << 20;

	private static final long MAX_WAIT_MILLIS = 5000;

	private final AllocationStore store;

	private final JfrFrames frames;

	private final RecordingStream stream = new RecordingStream();

	// counted under the lock of the store
	private long withStack;

	private long stackFrames;

	private long withoutStack;

	private final Thread thread;

	AllocationEventStream(AllocationStore store, JfrFrames frames, Runnable afterFlush, Consumer<Throwable> onError) {
		this.store = store;
		this.frames = frames;
		this.stream.setReuse(true);
		this.stream.setOrdered(false);
		this.stream.setMaxSize(MAX_REPOSITORY_BYTES);
		for (AllocationEvent event : AllocationEvent.values()) {
			this.stream.onEvent(event.eventName(), (recorded) -> accept(event, recorded));
		}
		this.stream.onFlush(afterFlush);
		this.stream.onError(onError);
		this.thread = thread(onError);
	}

	void start(SamplingMode mode) {
		apply(mode, false);
		this.thread.start();
	}

	void apply(SamplingMode mode, boolean inSlice) {
		this.stream.setSettings(EventSettings.of(mode, inSlice));
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
		return this.thread.getId();
	}

	@Override
	public void close() {
		this.stream.close();
		try {
			this.thread.join(MAX_WAIT_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// Not startAsync: its thread would keep a JVM alive whose application has ended.
	private Thread thread(Consumer<Throwable> onError) {
		Thread streaming = new Thread(() -> {
			try {
				this.stream.start();
			}
			catch (RuntimeException | Error ex) {
				onError.accept(ex);
			}
		}, OwnThreads.PREFIX + "jfr-stream");
		streaming.setDaemon(true);
		return streaming;
	}

	private void accept(AllocationEvent event, RecordedEvent recorded) {
		RecordedStackTrace trace = recorded.getStackTrace();
		RecordedThread recordedThread = recorded.getThread();
		RecordedClass type = recorded.getClass("objectClass");
		synchronized (this.store) {
			Stack stack = this.frames.stack(trace);
			count(stack);
			if (recordedThread == null || type == null) {
				return;
			}
			SampledThread thread = this.frames.thread(recordedThread);
			// JDK 25 samples the stream's own thread.
			int node = OwnThreads.isOwn(thread.name()) ? this.store.ownStack() : stack.node();
			this.store.add(new AllocationSample(event, AllocatedBytesCounters.nanos(recorded.getStartTime()), thread,
					node, this.frames.allocatedClass(type), objectBytes(event, recorded), bytes(event, recorded)));
		}
	}

	private void count(Stack stack) {
		if (stack == Stack.NONE) {
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
