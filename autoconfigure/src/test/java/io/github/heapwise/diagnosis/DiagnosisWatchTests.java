package io.github.heapwise.diagnosis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.heapwise.test.ReadyContext;
import io.github.heapwise.test.SettableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosisWatch}.
 */
class DiagnosisWatchTests {

	private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private final List<String> problems = new CopyOnWriteArrayList<>();

	@Test
	void tellsListenersAgainAndAgainUntilItIsClosed() throws InterruptedException {
		CountDownLatch told = new CountDownLatch(3);
		try (DiagnosisWatch watch = watch(SignalsBuilder.healthy().build())) {
			watch.addListener((diagnosis) -> told.countDown());
			watch.start();
			watch.start();
			assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(ReadyContext.ownThreads()).containsExactly("heapwise-diagnosis");
		}
		assertThat(ReadyContext.ownThreads()).isEmpty();
		assertThat(this.problems).isEmpty();
	}

	@Test
	void listenerThatFailsIsReportedOnceAndTheOthersAreTold() throws InterruptedException {
		CountDownLatch told = new CountDownLatch(3);
		try (DiagnosisWatch watch = watch(SignalsBuilder.healthy().build())) {
			watch.addListener((diagnosis) -> {
				throw new IllegalStateException("no disk");
			});
			watch.addListener((diagnosis) -> told.countDown());
			watch.start();
			assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.problems).containsExactly("A listener could not be told of the diagnosis:"
				+ " java.lang.IllegalStateException: no disk. It is tried again each time, and not reported again");
	}

	@Test
	void signalsThatFailDoNotEndIt() {
		AtomicInteger reads = new AtomicInteger();
		SettableClock clock = new SettableClock(Instant.EPOCH);
		DiagnosisMonitor monitor = new DiagnosisMonitor(() -> {
			if (reads.incrementAndGet() < 3) {
				throw new OutOfMemoryError("Java heap space");
			}
			return SignalsBuilder.healthy().build();
		}, new RuleBook(List.of()), clock);
		try (DiagnosisWatch watch = new DiagnosisWatch(monitor, INTERVAL_NANOS, this.problems::add)) {
			watch.start();
			Awaitility.await().untilAsserted(() -> assertThat(reads).hasValue(3));
		}
		assertThat(this.problems)
			.containsExactly("The application could not be diagnosed: java.lang.OutOfMemoryError: Java heap space."
					+ " It is tried again each time, and not reported again");
	}

	private DiagnosisWatch watch(Signals signals) {
		DiagnosisMonitor monitor = new DiagnosisMonitor(() -> signals, new RuleBook(List.of()), Clock.systemUTC());
		return new DiagnosisWatch(monitor, INTERVAL_NANOS, this.problems::add);
	}

}
