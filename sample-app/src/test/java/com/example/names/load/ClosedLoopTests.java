package com.example.names.load;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ClosedLoop}.
 */
class ClosedLoopTests {

	private static final int CONNECTIONS = 3;

	@Test
	void everyAnswerIsCountedWithItsBody() throws Exception {
		AtomicInteger served = new AtomicInteger();
		try (LocalServer server = new LocalServer(); ClosedLoop loop = new ClosedLoop(CONNECTIONS)) {
			server.on("/", (exchange) -> {
				served.incrementAndGet();
				LocalServer.answer(exchange, 200, "twelve bytes");
			});
			Measurements results = loop.run(server.address("/"), 1);
			assertThat(results.requests()).isPositive()
				.isBetween((long) served.get() - CONNECTIONS, (long) served.get());
			assertThat(results.bytes()).isEqualTo(12 * results.requests());
			assertThat(results.latencyMicros().getTotalCount()).isEqualTo(results.requests());
			assertThat(results.otherThan2xx()).isZero();
			assertThat(results.errors()).isZero();
		}
	}

	@Test
	void noMoreRequestsThanConnectionsAreUnderWay() throws Exception {
		AtomicInteger underWay = new AtomicInteger();
		Set<Integer> seen = ConcurrentHashMap.newKeySet();
		try (LocalServer server = new LocalServer(); ClosedLoop loop = new ClosedLoop(CONNECTIONS)) {
			server.on("/", (exchange) -> {
				seen.add(underWay.incrementAndGet());
				underWay.decrementAndGet();
				LocalServer.answer(exchange, 200, "");
			});
			loop.run(server.address("/"), 1);
		}
		assertThat(seen).isSubsetOf(1, 2, 3);
	}

	@Test
	void answersOtherThan2xxAreCounted() throws Exception {
		AtomicInteger served = new AtomicInteger();
		try (LocalServer server = new LocalServer(); ClosedLoop loop = new ClosedLoop(1)) {
			server.on("/",
					(exchange) -> LocalServer.answer(exchange, (served.getAndIncrement() % 2 == 0) ? 503 : 200, ""));
			Measurements results = loop.run(server.address("/"), 1);
			assertThat(results.otherThan2xx()).isPositive()
				.isBetween(results.requests() / 2, (results.requests() + 1) / 2);
			assertThat(results.errors()).isZero();
		}
	}

	@Test
	void brokenConnectionsAreErrors() throws Exception {
		try (LocalServer server = new LocalServer(); ClosedLoop loop = new ClosedLoop(CONNECTIONS)) {
			server.on("/", (exchange) -> {
				throw new IllegalStateException("The handler fails, so the connection is closed without an answer");
			});
			Measurements results = loop.run(server.address("/"), 1);
			assertThat(results.errors()).isPositive();
			assertThat(results.requests()).isZero();
			assertThat(results.timeouts()).isZero();
		}
	}

	@Test
	void refusedConnectionsAreErrors() throws Exception {
		URI nobody;
		try (LocalServer server = new LocalServer()) {
			nobody = server.address("/");
		}
		try (ClosedLoop loop = new ClosedLoop(CONNECTIONS)) {
			Measurements results = loop.run(nobody, 1);
			assertThat(results.errors()).isPositive();
			assertThat(results.requests()).isZero();
			assertThat(results.requestsPerSecond().percentile(50)).isZero();
		}
	}

	@Test
	void requestUnderWayAtTheEndIsGivenUpAndNotCounted() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		try (LocalServer server = new LocalServer(); ClosedLoop loop = new ClosedLoop(CONNECTIONS)) {
			server.on("/", (exchange) -> awaitQuietly(end));
			Measurements results = loop.run(server.address("/"), 1);
			assertThat(results.requests()).isZero();
			assertThat(results.errors()).isZero();
			end.countDown();
		}
	}

	@Test
	void closingEndsItsThreads() throws Exception {
		ThreadGroup group = new ThreadGroup("closed loop");
		Thread user = new Thread(group, () -> {
			try (ClosedLoop loop = new ClosedLoop(CONNECTIONS)) {
				loop.run(URI.create("http://127.0.0.1:1/"), 1);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		user.start();
		user.join();
		await().untilAsserted(() -> assertThat(poolThreads(group)).isZero());
	}

	private static long poolThreads(ThreadGroup group) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getThreadGroup() == group)
			.filter((thread) -> thread.getName().startsWith("pool-"))
			.count();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
