package com.example.names.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationCounter} and {@link AllocatedBytes}.
 */
class AllocationCounterTests {

	private static final int SIZE = 50_000_000;

	private static final int MARGIN = 20_000_000;

	private final AtomicReference<byte[]> block = new AtomicReference<>();

	private final AllocationCounter counter = new AllocationCounter();

	@Test
	void processCountsThreadsThatHaveEnded() throws InterruptedException {
		AllocatedBytes before = this.counter.process();
		Thread thread = new Thread(this::allocate);
		thread.start();
		thread.join();
		AllocatedBytes allocated = this.counter.process().since(before);
		assertThat(allocated.exact()).isTrue();
		assertThat(allocated.bytes()).isBetween((long) SIZE, (long) SIZE + MARGIN);
	}

	@Test
	void threadGroupCountsItsOwnThreadsOnly() throws InterruptedException {
		AtomicReference<Long> counted = new AtomicReference<>();
		CountDownLatch allocated = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		allocate();
		Thread driver = new Thread(new ThreadGroup("load"), () -> {
			Thread pooled = new Thread(() -> {
				allocate();
				allocated.countDown();
				awaitQuietly(done);
			});
			pooled.start();
			awaitQuietly(allocated);
			counted.set(this.counter.threadGroup());
			done.countDown();
		});
		driver.start();
		driver.join();
		assertThat(counted.get()).isBetween((long) SIZE, (long) SIZE + MARGIN);
	}

	@Test
	void readingSurvivesItsText() {
		assertThat(AllocatedBytes.parse(new AllocatedBytes(42, true).toString()))
			.isEqualTo(new AllocatedBytes(42, true));
		assertThat(AllocatedBytes.parse(new AllocatedBytes(42, false).toString()))
			.isEqualTo(new AllocatedBytes(42, false));
		assertThat(AllocatedBytes.parse(AllocatedBytes.UNKNOWN.toString())).isEqualTo(AllocatedBytes.UNKNOWN);
	}

	@Test
	void differenceIsOnlyAsGoodAsBothReadings() {
		AllocatedBytes exact = new AllocatedBytes(100, true);
		AllocatedBytes live = new AllocatedBytes(30, false);
		assertThat(exact.since(new AllocatedBytes(40, true))).isEqualTo(new AllocatedBytes(60, true));
		assertThat(exact.since(live)).isEqualTo(new AllocatedBytes(70, false));
		assertThat(exact.since(AllocatedBytes.UNKNOWN)).isEqualTo(AllocatedBytes.UNKNOWN);
		assertThat(AllocatedBytes.UNKNOWN.since(live)).isEqualTo(AllocatedBytes.UNKNOWN);
		assertThat(exact.without(1)).isEqualTo(new AllocatedBytes(99, true));
		assertThat(AllocatedBytes.UNKNOWN.without(1)).isEqualTo(AllocatedBytes.UNKNOWN);
	}

	private void allocate() {
		this.block.set(new byte[SIZE]);
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
