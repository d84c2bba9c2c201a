package io.github.heapwise.latency;

import java.util.Comparator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExecutorPool}.
 */
class ExecutorPoolTests {

	private final CountDownLatch gate = new CountDownLatch(1);

	@Test
	void poolWithABoundedQueueGrowsToItsMaximum() {
		try (Closing pool = new Closing(
				new ThreadPoolExecutor(1, 5, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100)))) {
			assertThat(pool.state()).isEqualTo(new PoolState(0, 5, 0, true, false));
		}
	}

	@Test
	void poolWithAnUnboundedQueueNeverGrowsBeyondItsCore() {
		try (Closing pool = new Closing(
				new ThreadPoolExecutor(2, 5, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()))) {
			assertThat(pool.state().max()).isEqualTo(2);
		}
	}

	@Test
	void busyPoolTellsItsQueue() throws InterruptedException {
		try (Closing pool = new Closing(
				new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()))) {
			occupy(pool.executor());
			pool.executor().execute(this.gate::countDown);
			pool.executor().execute(this.gate::countDown);
			assertThat(pool.state()).isEqualTo(new PoolState(1, 1, 2, true, false));
			this.gate.countDown();
		}
	}

	@Test
	void queueThatIsThreeQuartersFullHasNoRoomForUs() {
		assertThat(PoolState.hasRoom(74, 26)).isTrue();
		assertThat(PoolState.hasRoom(75, 25)).isFalse();
		assertThat(PoolState.hasRoom(0, 1)).isFalse();
		assertThat(PoolState.hasRoom(Integer.MAX_VALUE - 10, 10)).isFalse();
		assertThat(PoolState.hasRoom(10, Integer.MAX_VALUE - 10)).isTrue();
	}

	@Test
	void poolWithoutAQueueHasNoRoomForUs() {
		try (Closing pool = new Closing(new ThreadPoolExecutor(0, 9, 1, TimeUnit.SECONDS, new SynchronousQueue<>()))) {
			assertThat(pool.state().room()).isFalse();
		}
	}

	@Test
	void poolThatThrowsTasksAwayHasNoRoomForUs() {
		try (Closing pool = new Closing(new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100),
				new ThreadPoolExecutor.DiscardOldestPolicy()))) {
			assertThat(pool.state().room()).isFalse();
		}
	}

	@Test
	void poolThatComparesTasksHasNoRoomForUs() {
		try (Closing pool = new Closing(new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS,
				new PriorityBlockingQueue<>(11, Comparator.comparing(Runnable::toString))))) {
			assertThat(pool.state().room()).isFalse();
		}
	}

	@Test
	void tasksOfTheFutureDoNotWait() {
		try (Closing pool = new Closing(new ScheduledThreadPoolExecutor(3))) {
			((ScheduledThreadPoolExecutor) pool.executor()).schedule(this.gate::countDown, 1, TimeUnit.HOURS);
			assertThat(pool.state().queued()).isZero();
			assertThat(pool.state().max()).isEqualTo(3);
		}
	}

	@Test
	void tasksThatAreDueWait() throws InterruptedException {
		try (Closing pool = new Closing(new ScheduledThreadPoolExecutor(1))) {
			occupy(pool.executor());
			pool.executor().execute(this.gate::countDown);
			((ScheduledThreadPoolExecutor) pool.executor()).schedule(this.gate::countDown, 1, TimeUnit.HOURS);
			assertThat(pool.state().queued()).isEqualTo(1);
			this.gate.countDown();
		}
	}

	@Test
	void poolThatWasShutDownSaysSo() {
		Closing pool = new Closing(new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()));
		pool.close();
		assertThat(pool.state().shutdown()).isTrue();
	}

	private void occupy(ThreadPoolExecutor executor) throws InterruptedException {
		CountDownLatch running = new CountDownLatch(1);
		executor.execute(() -> {
			running.countDown();
			try {
				this.gate.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		running.await();
	}

	private record Closing(ThreadPoolExecutor executor) implements AutoCloseable {

		PoolState state() {
			return new ExecutorPool("pool", PoolKind.EXECUTOR, this.executor).state();
		}

		@Override
		public void close() {
			this.executor.shutdownNow();
		}

	}

}
