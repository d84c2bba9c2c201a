package io.github.heapwise.route.autoconfigure;

import java.util.List;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.assertj.core.data.Percentage;
import reactor.core.publisher.Hooks;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ways to serve requests on threads whose bytes nobody counts, with all of Heapwise.
 */
enum SampledServing {

	VIRTUAL_THREADS(Surroundings.MVC, KnownServlets.class, KnownServlets.ROUTES, "spring.threads.virtual.enabled=true"),

	HANDLERS_OF_WEBFLUX(Surroundings.WEBFLUX, KnownMonos.class, KnownMonos.KNOWN_BY_HANDLER,
			"spring.reactor.context-propagation=limited"),

	CONTEXT_OF_WEBFLUX(Surroundings.WEBFLUX, KnownMonos.class, KnownMonos.KNOWN_BY_CONTEXT,
			"spring.reactor.context-propagation=auto");

	private final Surroundings surroundings;

	private final Class<?> application;

	private final List<KnownRoute> routes;

	private final String property;

	SampledServing(Surroundings surroundings, Class<?> application, List<KnownRoute> routes, String property) {
		this.surroundings = surroundings;
		this.application = application;
		this.routes = routes;
		this.property = property;
	}

	List<KnownRoute> routes() {
		return this.routes;
	}

	/**
	 * Serve requests to all routes.
	 * @param seconds for how long
	 * @return what they cost, as it is told right after the last one
	 */
	Routes serve(int seconds) {
		try (RunningApplication running = RunningApplication.start(this.surroundings, this.application,
				"heapwise.expose=reads", this.property); SteadyLoad load = new SteadyLoad(running)) {
			load.run(seconds, this.routes);
			return Routes.of(running);
		}
		finally {
			// Once Boot has switched it on, it is on in the whole JVM.
			Hooks.disableAutomaticContextPropagation();
		}
	}

	/**
	 * Serve requests, and compare what is told of each route with what is known.
	 * @param seconds for how long
	 * @param accuracy how far off it may be
	 */
	void assertEstimates(int seconds, Percentage accuracy) {
		Routes told = serve(seconds);
		assertThat(told.mode()).isEqualTo("sampled");
		assertThat(this.routes).allSatisfy((known) -> {
			JsonNode allocated = told.route(known.name()).get("allocated");
			assertThat(allocated.get("mode").stringValue()).isEqualTo("sampled");
			assertThat(allocated.get("samples").longValue()).isGreaterThanOrEqualTo(10);
			assertThat(allocated.get("meanBytes").doubleValue()).isCloseTo(known.bytes(), accuracy);
		});
	}

}
