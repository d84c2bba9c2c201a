package io.github.heapwise.test;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A context of a test that is to believe its application is ready, and what then runs in
 * it.
 */
public final class ReadyContext {

	private ReadyContext() {
	}

	/**
	 * Publish what an application publishes once it serves: context runners do not.
	 * @param context the context
	 */
	public static void publishReady(AssertableApplicationContext context) {
		ConfigurableApplicationContext source = context
			.getSourceApplicationContext(ConfigurableApplicationContext.class);
		source.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], source, Duration.ZERO));
	}

	/**
	 * Return the threads of Heapwise in this JVM.
	 * @return their names
	 */
	public static List<String> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("heapwise-"))
			.toList();
	}

}
