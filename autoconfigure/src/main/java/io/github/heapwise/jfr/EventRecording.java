package io.github.heapwise.jfr;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.jvm.OwnThreads;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * A recording and the subscribers that share it, from the first to the last.
 * <p>
 * JFR writes to its repository on disk and is read from there about a second later, on a
 * thread of our own. Thread-safe.
 */
final class EventRecording implements AutoCloseable {

	// one chunk may be open on top of it
	private static final long MAX_REPOSITORY_BYTES = 16 << 20;

	private static final long MAX_WAIT_MILLIS = 5000;

	private final RecordingStream stream = new RecordingStream();

	private final Map<EventSubscriber, Member> members = new IdentityHashMap<>();

	private final Thread thread = new Thread(this::run, OwnThreads.PREFIX + "jfr-stream");

	private volatile boolean failed;

	EventRecording() {
		this.stream.setReuse(true);
		this.stream.setOrdered(false);
		this.stream.setMaxSize(MAX_REPOSITORY_BYTES);
		this.stream.onError(this::fail);
		this.thread.setDaemon(true);
	}

	synchronized void add(EventSubscriber subscriber, Map<String, String> settings) {
		Member member = new Member(this.stream, subscriber, Map.copyOf(settings));
		this.members.put(subscriber, member);
		applySettings();
		if (this.thread.getState() == Thread.State.NEW) {
			this.thread.start();
		}
	}

	synchronized void apply(EventSubscriber subscriber, Map<String, String> settings) {
		Member member = this.members.get(subscriber);
		if (member != null) {
			member.settings = Map.copyOf(settings);
			applySettings();
		}
	}

	synchronized void remove(EventSubscriber subscriber) {
		Member member = this.members.remove(subscriber);
		if (member != null) {
			member.leave(this.stream);
			if (!isIdle() && !this.failed) {
				applySettings();
			}
		}
	}

	synchronized boolean isIdle() {
		return this.members.isEmpty();
	}

	boolean hasFailed() {
		return this.failed;
	}

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

	private void applySettings() {
		Map<String, String> all = new HashMap<>();
		this.members.values().forEach((member) -> all.putAll(member.settings));
		this.stream.setSettings(all);
	}

	// Not startAsync: its thread would keep a JVM alive whose application has ended.
	private void run() {
		try {
			this.stream.start();
		}
		catch (RuntimeException | Error ex) {
			fail(ex);
		}
	}

	private void fail(Throwable cause) {
		this.failed = true;
		subscribers().forEach((subscriber) -> subscriber.failed(cause));
	}

	private synchronized List<EventSubscriber> subscribers() {
		return List.copyOf(this.members.keySet());
	}

	/**
	 * A subscriber and what JFR calls for it. One that fails does not stop the others.
	 */
	private static final class Member {

		private final EventSubscriber subscriber;

		private final List<Consumer<RecordedEvent>> consumers;

		private final Runnable flush;

		private Map<String, String> settings;

		Member(RecordingStream stream, EventSubscriber subscriber, Map<String, String> settings) {
			this.subscriber = subscriber;
			this.settings = settings;
			this.consumers = subscriber.consumers()
				.entrySet()
				.stream()
				.map((entry) -> consume(stream, entry.getKey(), entry.getValue()))
				.toList();
			this.flush = this::flush;
			stream.onFlush(this.flush);
		}

		void leave(RecordingStream stream) {
			this.consumers.forEach(stream::remove);
			stream.remove(this.flush);
		}

		private Consumer<RecordedEvent> consume(RecordingStream stream, String event,
				Consumer<RecordedEvent> consumer) {
			Consumer<RecordedEvent> guarded = (recorded) -> {
				try {
					consumer.accept(recorded);
				}
				catch (RuntimeException | Error ex) {
					this.subscriber.failed(ex);
				}
			};
			stream.onEvent(event, guarded);
			return guarded;
		}

		private void flush() {
			try {
				this.subscriber.flushed();
			}
			catch (RuntimeException | Error ex) {
				this.subscriber.failed(ex);
			}
		}

	}

}
