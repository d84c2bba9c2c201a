package io.github.heapwise.jfr;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link SharedEventStream} with the Flight Recorder of this JVM.
 */
class SharedEventStreamIntegrationTests {

	private final SharedEventStream stream = new SharedEventStream(64, null);

	private final Set<Recording> recordingsBefore = recordings();

	@Test
	void subscribersShareOneRecordingAndReceiveTheirOwnEvents() {
		Received first = new Received("test.First");
		Received second = new Received("test.Second");
		try (EventSubscription one = this.stream.subscribe(first, first.enabled());
				EventSubscription other = this.stream.subscribe(second, second.enabled())) {
			assertThat(one.threadId()).isEqualTo(other.threadId());
			assertThat(newRecordings()).hasSize(1);
			commit(first, second);
			assertThat(first.events).containsOnly("test.First");
			assertThat(second.events).containsOnly("test.Second");
		}
		assertThat(newRecordings()).isEmpty();
		assertThat(ownThreads()).isEmpty();
	}

	@Test
	void oneThatLeavesReceivesNoMoreAndTheOtherGoesOn() {
		Received first = new Received("test.First");
		Received second = new Received("test.Second");
		EventSubscription one = this.stream.subscribe(first, first.enabled());
		try (EventSubscription other = this.stream.subscribe(second, second.enabled())) {
			commit(first, second);
			one.close();
			int received = first.events.size();
			second.events.clear();
			commit(second);
			assertThat(first.events).hasSize(received);
			assertThat(newRecordings()).singleElement()
				.satisfies((recording) -> assertThat(recording.getSettings()).doesNotContainKey("test.First#enabled"));
		}
	}

	@Test
	void settingsOfOneLeaveThoseOfTheOtherAlone() {
		Received first = new Received("test.First");
		Received second = new Received("test.Second");
		try (EventSubscription one = this.stream.subscribe(first, first.enabled());
				EventSubscription other = this.stream.subscribe(second, second.enabled())) {
			one.apply(Map.of("test.First#enabled", "false"));
			assertThat(newRecordings()).singleElement()
				.satisfies(
						(recording) -> assertThat(recording.getSettings()).containsEntry("test.First#enabled", "false")
							.containsEntry("test.Second#enabled", "true"));
			assertThat(other.threadId()).isPositive();
			commit(second);
		}
	}

	@Test
	void consumerThatThrowsIsToldAndDisturbsNobodyElse() {
		Received broken = new Received("test.First") {

			@Override
			void receive(RecordedEvent event) {
				throw new IllegalStateException("broken");
			}

		};
		Received second = new Received("test.Second");
		try (EventSubscription one = this.stream.subscribe(broken, broken.enabled());
				EventSubscription other = this.stream.subscribe(second, second.enabled())) {
			await(() -> {
				new First().commit();
				assertThat(broken.failures).isNotEmpty();
			});
			commit(second);
			assertThat(second.failures).isEmpty();
			assertThat(one.threadId()).isEqualTo(other.threadId());
		}
	}

	@Test
	void recordsAgainAfterTheLastHasLeft() {
		for (int i = 0; i < 3; i++) {
			Received received = new Received("test.First");
			try (EventSubscription subscription = this.stream.subscribe(received, received.enabled())) {
				assertThat(subscription.threadId()).isPositive();
				commit(received);
			}
			assertThat(newRecordings()).isEmpty();
		}
	}

	@Test
	void closingTwiceAndApplyingAfterwardsIsHarmless() {
		Received received = new Received("test.First");
		EventSubscription subscription = this.stream.subscribe(received, received.enabled());
		subscription.close();
		subscription.close();
		subscription.apply(received.enabled());
		assertThat(newRecordings()).isEmpty();
		assertThat(received.failures).isEmpty();
	}

	private static void commit(Received... expected) {
		await(() -> {
			new First().commit();
			new Second().commit();
			for (Received received : expected) {
				assertThat(received.events).isNotEmpty();
				assertThat(received.flushes).isNotEmpty();
			}
		});
	}

	private Set<Recording> newRecordings() {
		Set<Recording> recordings = recordings();
		recordings.removeAll(this.recordingsBefore);
		return recordings;
	}

	private static Set<Recording> recordings() {
		return new HashSet<>(FlightRecorder.getFlightRecorder().getRecordings());
	}

	private static List<String> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("heapwise-jfr"))
			.toList();
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

	@Name("test.First")
	static class First extends Event {

	}

	@Name("test.Second")
	static class Second extends Event {

	}

	/**
	 * Keeps what it receives.
	 */
	static class Received implements EventSubscriber {

		private final String event;

		private final List<String> events = new CopyOnWriteArrayList<>();

		private final List<Boolean> flushes = new CopyOnWriteArrayList<>();

		private final List<Throwable> failures = new CopyOnWriteArrayList<>();

		Received(String event) {
			this.event = event;
		}

		Map<String, String> enabled() {
			return Map.of(this.event + "#enabled", "true");
		}

		void receive(RecordedEvent recorded) {
			this.events.add(recorded.getEventType().getName());
		}

		@Override
		public Map<String, Consumer<RecordedEvent>> consumers() {
			return Map.of(this.event, this::receive);
		}

		@Override
		public void flushed() {
			this.flushes.add(true);
		}

		@Override
		public void failed(Throwable cause) {
			this.failures.add(cause);
		}

	}

}
