package io.github.heapwise.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code heapwise.expose}: which of our endpoints are exposed over HTTP
 * besides those the user lists.
 */
enum Exposure {

	/** None. */
	NONE((endpoint) -> false),

	/** Those that show figures. */
	READS(HeapwiseEndpoint::isRead),

	/** Those that show figures, and heap dumps. */
	ALL((endpoint) -> true);

	static final String PROPERTY = "heapwise.expose";

	private final Predicate<HeapwiseEndpoint> exposed;

	Exposure(Predicate<HeapwiseEndpoint> exposed) {
		this.exposed = exposed;
	}

	static Exposure of(@Nullable String value) {
		if (value == null || value.isBlank()) {
			return NONE;
		}
		return Arrays.stream(values())
			.filter((exposure) -> exposure.word().equalsIgnoreCase(value.strip()))
			.findFirst()
			.orElseThrow(() -> new InvalidExposureException(value));
	}

	/**
	 * Return the smallest exposure that covers the given endpoints.
	 * @param endpoints the endpoints to expose
	 * @return the exposure
	 */
	static Exposure covering(List<HeapwiseEndpoint> endpoints) {
		return endpoints.stream().allMatch(READS.exposed) ? READS : ALL;
	}

	static String words() {
		return Arrays.stream(values()).map(Exposure::word).collect(Collectors.joining(", "));
	}

	List<String> ids() {
		return Arrays.stream(HeapwiseEndpoint.values())
			.filter(this.exposed)
			.map((endpoint) -> endpoint.id().toString())
			.toList();
	}

	/**
	 * Return the line of configuration that sets this exposure.
	 * @return the line
	 */
	String propertyLine() {
		return PROPERTY + "=" + word();
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
