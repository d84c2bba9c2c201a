package io.github.heapwise.allocation;

import java.util.function.Consumer;

import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

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

	// written by the stream's thread only
	private volatile EventCounts counts = EventCounts.NONE;

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
		return this.counts;
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
		count(trace);
		RecordedThread thread = recorded.getThread();
		RecordedClass type = recorded.getClass("objectClass");
		if (thread == null || type == null) {
			return;
		}
		synchronized (this.store) {
			// JDK 25 samples the stream's own thread.
			int stack = OwnThreads.isOwn(name(thread)) ? this.store.ownStack() : this.frames.stack(trace);
			this.store.add(new AllocationSample(event, AllocatedBytesCounters.nanos(recorded.getStartTime()),
					sampledThread(thread), stack, this.frames.allocatedClass(type), objectBytes(event, recorded),
					bytes(event, recorded)));
		}
	}

	private void count(@Nullable RecordedStackTrace trace) {
		EventCounts one = (trace != null) ? new EventCounts(1, trace.getFrames().size(), 0) : new EventCounts(0, 0, 1);
		this.counts = this.counts.plus(one);
	}

	private static SampledThread sampledThread(RecordedThread thread) {
		boolean virtual = thread.hasField("virtual") && thread.getBoolean("virtual");
		return new SampledThread(thread.getJavaThreadId(), name(thread), virtual);
	}

	private static String name(RecordedThread thread) {
		String name = (thread.getJavaName() != null) ? thread.getJavaName() : thread.getOSName();
		return (name != null) ? name : "unnamed thread";
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
