package io.github.heapwise.route.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application of Spring MVC whose handlers allocate what is known, so much that the
 * framework's part hardly matters.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(KnownServlets.Handlers.class)
class KnownServlets {

	static final List<KnownRoute> ROUTES = List.of(KnownRoute.ofPieces("/pieces", 500),
			KnownRoute.ofPieces("/waiting", 500), KnownRoute.ofPieces("/megabyte", 1000),
			KnownRoute.ofAnArray("/array", 1000));

	@RestController
	static class Handlers {

		@GetMapping("/pieces")
		String pieces() {
			Ballast.pieces(500);
			return "done";
		}

		// A virtual thread that waits may go on on another carrier.
		@GetMapping("/waiting")
		String waiting() {
			Ballast.pieces(250);
			CompletableFuture.runAsync(() -> {
			}).join();
			Ballast.pieces(250);
			return "done";
		}

		@GetMapping("/megabyte")
		String megabyte() {
			Ballast.pieces(1000);
			return "done";
		}

		@GetMapping("/array")
		String array() {
			Ballast.array(1000);
			return "done";
		}

	}

}
