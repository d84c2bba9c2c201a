package io.github.heapwise.gc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CollectionRunner}.
 */
class CollectionRunnerTests {

	private final AtomicLong nanos = new AtomicLong();

	@Test
	void runShouldCollect() {
		CollectionRun run = new CollectionRunner(Duration.ZERO).run();
		assertThat(run.usedBeforeBytes()).isPositive();
		assertThat(run.usedAfterBytes()).isPositive();
		assertThat(run.committedAfterBytes()).isGreaterThanOrEqualTo(run.usedAfterBytes());
		assertThat(run.freedBytes()).isNotNegative();
	}

	@Test
	void runWhenTheLastWasTooRecentShouldSayHowLongToWait() {
		CollectionRunner runner = new CollectionRunner(Duration.ofSeconds(30), System::gc, this.nanos::get);
		runner.run();
		this.nanos.addAndGet(Duration.ofSeconds(10).toNanos());
		assertThatExceptionOfType(CollectionRefusedException.class).isThrownBy(runner::run)
			.withMessage("The last collection ended too recently. Wait 20 s or lower 'heapwise.gc.run-interval'")
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(20)));
		this.nanos.addAndGet(Duration.ofSeconds(20).toNanos());
		assertThat(runner.run().usedAfterBytes()).isPositive();
	}

	@Test
	void runWhenOneIsRunningShouldRefuse() throws InterruptedException {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		CollectionRunner runner = new CollectionRunner(Duration.ZERO, () -> {
			running.countDown();
			await(end);
			System.gc();
		}, this.nanos::get);
		Thread first = new Thread(runner::run);
		first.start();
		running.await();
		assertThatExceptionOfType(CollectionRefusedException.class).isThrownBy(runner::run)
			.withMessage("A collection is running already");
		end.countDown();
		first.join();
		assertThat(runner.run().usedAfterBytes()).isPositive();
	}

	@Test
	void runWhenTheJvmIgnoresItShouldSayWhichFlagIsInTheWay() {
		CollectionRunner runner = new CollectionRunner(Duration.ofSeconds(30), () -> {
		}, this.nanos::get);
		assertThatExceptionOfType(CollectionRefusedException.class).isThrownBy(runner::run)
			.withMessageContaining("'-XX:+DisableExplicitGC'")
			.satisfies((ex) -> assertThat(ex.retryAfter()).isNull());
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
