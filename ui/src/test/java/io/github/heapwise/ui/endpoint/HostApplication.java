package io.github.heapwise.ui.endpoint;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A host with one address of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HostApplication {

	@Bean
	FigureEndpoint figureEndpoint() {
		return new FigureEndpoint();
	}

	@RestController
	static class Shop {

		@GetMapping("/orders")
		String orders() {
			return "orders";
		}

	}

	/**
	 * A sibling of the pages, under an id that is not taken yet.
	 */
	@WebEndpoint(id = "memoryrecordings")
	static class FigureEndpoint {

		@ReadOperation
		int figure() {
			return 42;
		}

	}

}
