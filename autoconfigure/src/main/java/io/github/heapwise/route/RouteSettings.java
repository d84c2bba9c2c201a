package io.github.heapwise.route;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How requests are accounted for.
 *
 * @param window time that the figures cover, rounded up to whole slices
 * @param counted whether requests are expected to have a platform thread each, which is
 * counted exactly
 * @param unavailableReason why no request will be seen, {@code null} where they are
 */
public record RouteSettings(Duration window, boolean counted, @Nullable String unavailableReason) {

	/**
	 * Length of a slice of the window.
	 */
	public static final Duration SLICE = Duration.ofSeconds(10);

	Duration wholeWindow() {
		return SLICE.multipliedBy(sliceCount());
	}

	int sliceCount() {
		return (int) Math.max(1, (this.window.toMillis() + SLICE.toMillis() - 1) / SLICE.toMillis());
	}

}
