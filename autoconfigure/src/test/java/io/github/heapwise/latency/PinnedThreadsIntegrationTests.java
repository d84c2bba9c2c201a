package io.github.heapwise.latency;

import java.time.Duration;

import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.test.VirtualThreads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link PinnedThreads}.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class PinnedThreadsIntegrationTests {

	@Test
	void threadThatSleepsWhileItInitializesAClassIsToldWithItsStack() {
		try (PinnedThreads pinned = new PinnedThreads(new SharedEventStream(64, null))) {
			pinned.start();
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(pinned.read(SliceRange.ALL).unavailableReason()).isNull());
			VirtualThreads.startOrElsePlatform(() -> assertThat(Sleepy.AWAKE).isTrue());
			Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
				assertThat(pinned.read(SliceRange.ALL).count()).isPositive();
				assertThat(pinned.read(SliceRange.ALL).longest().durationNanos()).isGreaterThan(50_000_000);
				assertThat(pinned.read(SliceRange.ALL).longest().stack())
					.contains(Sleepy.class.getName() + ".<clinit>");
			});
		}
	}

	private static final class Sleepy {

		static final Boolean AWAKE;

		static {
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			AWAKE = true;
		}

	}

}
