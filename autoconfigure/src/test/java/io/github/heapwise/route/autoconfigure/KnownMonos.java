package io.github.heapwise.route.autoconfigure;

import java.util.List;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * An application of WebFlux whose handlers allocate what is known, so much that the
 * framework's part hardly matters: in methods of the controller, and in code that tells
 * nothing of the request it works for.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(KnownMonos.Handlers.class)
class KnownMonos {

	static final List<KnownRoute> KNOWN_BY_HANDLER = List.of(KnownRoute.ofPieces("/direct", 500),
			KnownRoute.ofPieces("/hopping", 500), KnownRoute.ofPieces("/megabyte", 1000),
			KnownRoute.ofAnArray("/array", 1000));

	static final List<KnownRoute> KNOWN_BY_CONTEXT = List.of(KnownRoute.ofPieces("/service", 500),
			KnownRoute.ofPieces("/functional", 500), KnownRoute.ofPieces("/functional-hopping", 500),
			KnownRoute.ofPieces("/megabyte", 1000));

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route()
			.GET("/functional", (request) -> Mono.fromCallable(KnownMonos::work).flatMap(KnownMonos::answer))
			.GET("/functional-hopping",
					(request) -> Mono.fromCallable(KnownMonos::work)
						.subscribeOn(Schedulers.boundedElastic())
						.flatMap(KnownMonos::answer))
			.build();
	}

	private static String work() {
		Ballast.pieces(500);
		return "done";
	}

	private static Mono<ServerResponse> answer(String body) {
		return ServerResponse.ok().bodyValue(body);
	}

	@RestController
	static class Handlers {

		@GetMapping("/direct")
		Mono<String> direct() {
			return Mono.just(work());
		}

		@GetMapping("/hopping")
		Mono<String> hopping() {
			return Mono.fromCallable(() -> work()).subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/megabyte")
		Mono<String> megabyte() {
			return Mono.just("done").doOnNext((done) -> Ballast.pieces(1000));
		}

		@GetMapping("/array")
		Mono<String> array() {
			Ballast.array(1000);
			return Mono.just("done");
		}

		// The handler is long gone when others do its work.
		@GetMapping("/service")
		Mono<String> service() {
			return Mono.fromCallable(KnownMonos::work).subscribeOn(Schedulers.parallel());
		}

	}

}
