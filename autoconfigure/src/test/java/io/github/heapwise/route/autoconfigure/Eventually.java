package io.github.heapwise.route.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.heapwise.test.RunningApplication;
import org.awaitility.Awaitility;

/**
 * Waits for what is counted a moment after a client has its answer.
 */
final class Eventually {

	private Eventually() {
	}

	static void routes(RunningApplication application, Consumer<Routes> assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertion.accept(Routes.of(application)));
	}

}
