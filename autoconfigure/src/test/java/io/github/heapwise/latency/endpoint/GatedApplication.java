package io.github.heapwise.latency.endpoint;

import java.util.concurrent.CountDownLatch;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A host whose requests wait until they are let through.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class GatedApplication {

	@RestController
	static class Gate {

		private final CountDownLatch open = new CountDownLatch(1);

		@GetMapping("/gate")
		String pass() throws InterruptedException {
			this.open.await();
			return "passed";
		}

		void open() {
			this.open.countDown();
		}

	}

}
