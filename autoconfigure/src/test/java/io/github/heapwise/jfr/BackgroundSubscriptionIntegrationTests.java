package io.github.heapwise.jfr;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.heapwise.jvm.OwnThreads;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.consumer.RecordedEvent;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for {@link BackgroundSubscription} with the Flight Recorder of this
 * JVM.
 */
class BackgroundSubscriptionIntegrationTests {

	private static final Map<String, String> SETTINGS = Map.of("test.Background#enabled", "true");

	private final SharedEventStream stream = new SharedEventStream(64, null);

	private final BackgroundSubscription subscription = new BackgroundSubscription(this.stream, "test");

	@AfterEach
	void noThreadIsLeft() {
		this.subscription.close();
		await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain(OwnThreads.PREFIX + "test"));
	}

	@Test
	void recordsOnceItHasBegun() {
		assertThat(this.subscription.unavailableReason()).isEqualTo("Flight Recorder has not been started");
		Received received = new Received(false);
		begin(received);
		commitUntil(() -> assertThat(received.events).containsOnly("test.Background"));
	}

	@Test
	void mayBeStartedAgain() {
		begin(new Received(false));
		this.subscription.close();
		assertThat(this.subscription.unavailableReason()).isEqualTo("Flight Recorder has been stopped");
		Received received = new Received(false);
		begin(received);
		commitUntil(() -> assertThat(received.events).isNotEmpty());
	}

	@Test
	void secondStartChangesNothing() {
		Received first = new Received(false);
		Received second = new Received(false);
		begin(first);
		begin(second);
		commitUntil(() -> assertThat(first.events).isNotEmpty());
		assertThat(second.events).isEmpty();
	}

	@Test
	void endsWithTheReasonWhenItsSubscriberThrows() {
		Received received = new Received(true);
		begin(received);
		commitUntil(() -> assertThat(received.failures).hasSize(1));
		assertThat(this.subscription.unavailableReason()).isEqualTo("Flight Recorder failed (IllegalStateException)");
	}

	@Test
	void doesNotBeginOnceItIsClosed() {
		Received received = new Received(false);
		this.subscription.start(received, SETTINGS);
		this.subscription.close();
		noThreadIsLeft();
		assertThat(this.subscription.unavailableReason()).isEqualTo("Flight Recorder has been stopped");
	}

	private void begin(Received received) {
		this.subscription.start(received, SETTINGS);
		await().untilAsserted(() -> assertThat(this.subscription.unavailableReason()).isNull());
	}

	// The stream may miss what happens in the moment in which it begins.
	private static void commitUntil(ThrowingRunnable condition) {
		await().untilAsserted(() -> {
			new Background().commit();
			condition.run();
		});
	}

	@Name("test.Background")
	static final class Background extends Event {

	}

	private static final class Received implements EventSubscriber {

		private final List<String> events = new CopyOnWriteArrayList<>();

		private final List<Throwable> failures = new CopyOnWriteArrayList<>();

		private final boolean throwing;

		Received(boolean throwing) {
			this.throwing = throwing;
		}

		@Override
		public Map<String, Consumer<RecordedEvent>> consumers() {
			return Map.of("test.Background", (event) -> {
				if (this.throwing) {
					throw new IllegalStateException("Not this one");
				}
				this.events.add(event.getEventType().getName());
			});
		}

		@Override
		public void flushed() {
		}

		@Override
		public void failed(Throwable cause) {
			this.failures.add(cause);
		}

	}

}
