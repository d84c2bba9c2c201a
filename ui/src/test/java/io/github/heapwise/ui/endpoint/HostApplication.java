package io.github.heapwise.ui.endpoint;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A host with one address of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HostApplication {

	@RestController
	static class Shop {

		@GetMapping("/orders")
		String orders() {
			return "orders";
		}

	}

}
