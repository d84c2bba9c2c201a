package io.github.heapwise.route.autoconfigure;

import tools.jackson.databind.JsonNode;

/**
 * Prints how far estimates of bytes a request are from the truth, after 30 s of load.
 * Arguments: a {@link SampledServing} and how many runs.
 */
final class SampledRoutesBenchmark {

	private static final int SECONDS = 30;

	private SampledRoutesBenchmark() {
	}

	public static void main(String[] args) {
		SampledServing serving = SampledServing.valueOf(args[0]);
		System.out.printf("JDK %d, %s%n", Runtime.version().feature(), serving);
		for (int run = 0; run < Integer.parseInt(args[1]); run++) {
			Routes routes = serving.serve(SECONDS);
			for (KnownRoute known : serving.routes()) {
				JsonNode allocated = routes.route(known.name()).get("allocated");
				double mean = allocated.at("/meanBytes").asDouble(Double.NaN);
				System.out.printf("  run %d, %s: %.0f bytes for %d, %+.1f %%, %d samples%n", run, known.name(), mean,
						known.bytes(), 100 * (mean / known.bytes() - 1), allocated.get("samples").longValue());
			}
		}
	}

}
