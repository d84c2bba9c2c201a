package io.github.heapwise.jvm;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadNames}.
 */
class ThreadNamesTests {

	private final CountDownLatch end = new CountDownLatch(1);

	@Test
	void threadsThatDifferInNumbersAreOfOneKind() {
		IntStream.range(0, 3).forEach((number) -> start("pool-7-worker-" + number));
		try {
			assertThat(ThreadNames.count()).containsEntry("pool-#-worker-#", 3);
		}
		finally {
			this.end.countDown();
		}
	}

	@Test
	void longNamesAreCut() {
		start("x".repeat(500));
		try {
			assertThat(ThreadNames.count()).containsEntry("x".repeat(80), 1);
		}
		finally {
			this.end.countDown();
		}
	}

	private void start(String name) {
		Thread thread = new Thread(() -> {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
	}

}
