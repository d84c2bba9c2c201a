package io.github.heapwise.gc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.gc.GcEventBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GcListeners}.
 */
class GcListenersTests {

	private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

	@Test
	void eventsArriveInOrderOnAThreadOfOurs() {
		List<GcEvent> received = Collections.synchronizedList(new ArrayList<>());
		List<String> threads = Collections.synchronizedList(new ArrayList<>());
		GcListener listener = (event) -> {
			received.add(event);
			threads.add(Thread.currentThread().getName());
		};
		List<GcEvent> sent = new ArrayList<>();
		try (GcListeners listeners = new GcListeners(List.of(listener), this.problems::add)) {
			for (int i = 0; i < 100; i++) {
				GcEvent event = a(GcKind.YOUNG).at(i).build();
				sent.add(event);
				listeners.tell(event);
			}
			await(() -> assertThat(received).hasSize(100));
		}
		assertThat(received).isEqualTo(sent);
		assertThat(threads).containsOnly("heapwise-gc-listeners");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void listenerThatThrowsIsReportedOnceAndToldOfTheNext() {
		AtomicInteger calls = new AtomicInteger();
		AtomicInteger others = new AtomicInteger();
		GcListener broken = (event) -> {
			calls.incrementAndGet();
			throw new IllegalStateException("broken");
		};
		try (GcListeners listeners = new GcListeners(List.of(broken, (event) -> others.incrementAndGet()),
				this.problems::add)) {
			for (int i = 0; i < 10; i++) {
				listeners.tell(a(GcKind.YOUNG).at(i).build());
			}
			await(() -> assertThat(others).hasValue(10));
		}
		assertThat(calls).hasValue(10);
		assertThat(this.problems).singleElement()
			.asString()
			.startsWith("GC listener 'io.github.heapwise.gc.GcListenersTests")
			.contains("failed (java.lang.IllegalStateException: broken)");
	}

	@Test
	void listenerThatSleepsDelaysNobodyAndIsReportedOnce() throws InterruptedException {
		CountDownLatch end = new CountDownLatch(1);
		AtomicInteger received = new AtomicInteger();
		GcListener slow = (event) -> {
			received.incrementAndGet();
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		};
		try (GcListeners listeners = new GcListeners(List.of(slow), this.problems::add)) {
			listeners.tell(a(GcKind.YOUNG).build());
			await(() -> assertThat(received).hasValue(1));
			for (int i = 1; i < 5000; i++) {
				listeners.tell(a(GcKind.YOUNG).at(i).build());
			}
			assertThat(this.problems).as("a log may block").isEmpty();
			end.countDown();
			await(() -> assertThat(received).hasValue(1001));
			assertThat(this.problems)
				.containsExactly("GC listeners are too slow: more than 1000 events waited, further ones were left out");
		}
	}

	@Test
	void closingEndsTheThreadAndLaterEventsAreIgnored() {
		GcListeners listeners = new GcListeners(List.of((event) -> {
		}), this.problems::add);
		listeners.tell(a(GcKind.YOUNG).build());
		listeners.close();
		listeners.tell(a(GcKind.YOUNG).build());
		await(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain("heapwise-gc-listeners"));
		assertThat(this.problems).isEmpty();
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

}
