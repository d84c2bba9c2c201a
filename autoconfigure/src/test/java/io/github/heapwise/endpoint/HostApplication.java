package io.github.heapwise.endpoint;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A host with a controller of its own and one of our endpoints.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HostApplication {

	@Bean
	ReportEndpoint reportEndpoint() {
		return new ReportEndpoint();
	}

	@RestController
	static class Shop {

		@GetMapping(path = { "/orders", "/memory/recordings" }, produces = "text/plain")
		String orders() {
			return "order ".repeat(2000);
		}

	}

}
