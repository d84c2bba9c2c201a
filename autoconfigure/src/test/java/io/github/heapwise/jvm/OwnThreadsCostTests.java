package io.github.heapwise.jvm;

import java.util.concurrent.CountDownLatch;

import io.github.heapwise.jvm.OwnThreadsCost.Cost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OwnThreadsCost}.
 */
class OwnThreadsCostTests {

	private static final int BYTES = 50_000_000;

	private final OwnThreadsCost cost = new OwnThreadsCost();

	private volatile Object sink = "";

	@Test
	void costIsWhatOwnThreadsUsedSinceTheLastCall() throws InterruptedException {
		Cost during = costWhile("heapwise-test", this::allocate);
		assertThat(during.allocatedBytes()).isGreaterThanOrEqualTo(BYTES);
		assertThat(during.cpuNanos()).isPositive();
		assertThat(this.cost.sinceLastCall().allocatedBytes()).isLessThan(BYTES);
	}

	@Test
	void otherThreadsDoNotCount() throws InterruptedException {
		assertThat(costWhile("application", this::allocate).allocatedBytes()).isLessThan(BYTES);
	}

	private Cost costWhile(String name, Runnable task) throws InterruptedException {
		CountDownLatch done = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			task.run();
			done.countDown();
			await(end);
		}, name);
		this.cost.sinceLastCall();
		thread.start();
		done.await();
		Cost cost = this.cost.sinceLastCall();
		end.countDown();
		thread.join();
		return cost;
	}

	private void allocate() {
		this.sink = new byte[BYTES];
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
