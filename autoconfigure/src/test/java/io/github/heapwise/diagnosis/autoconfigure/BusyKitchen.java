package io.github.heapwise.diagnosis.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that allocates a megabyte for each request.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BusyKitchen.Kitchen.class)
class BusyKitchen {

	@RestController
	static class Kitchen {

		private static final int PLATES = 1000;

		@GetMapping("/meals")
		int meals() {
			return cook().size();
		}

		private static List<byte[]> cook() {
			List<byte[]> plates = new ArrayList<>();
			for (int i = 0; i < PLATES; i++) {
				plates.add(new byte[1000]);
			}
			return plates;
		}

	}

}
