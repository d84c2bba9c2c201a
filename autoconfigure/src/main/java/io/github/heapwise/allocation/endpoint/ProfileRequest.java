package io.github.heapwise.allocation.endpoint;

import java.time.Instant;
import java.util.Optional;

import io.github.heapwise.allocation.AllocationQuery;
import io.github.heapwise.allocation.AllocationValue;
import io.github.heapwise.calltree.NodeKey;
import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Retained;
import io.github.heapwise.endpoint.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param query what to profile
 * @param minRatio share of the total below which siblings are merged
 * @param root node to start at, {@code null} for the whole tree
 */
record ProfileRequest(AllocationQuery query, double minRatio, @Nullable NodeKey root) {

	private static final double DEFAULT_MIN_RATIO = 0.0001;

	static Parsed<ProfileRequest> parse(Parameters parameters, Retained retained) {
		return parameters.unsupported()
			.flatMap((none) -> TimeRange.parse(parameters.from(), parameters.to(), retained))
			.and(new Parameter("value", parameters.value()).oneOf(AllocationValue.BYTES),
					(range, value) -> query(range, value, parameters))
			.and(new Parameter("min", parameters.min()).ratio(DEFAULT_MIN_RATIO),
					(query, min) -> new ProfileRequest(query, min, null))
			.and(new Parameter("root", parameters.root()).readBy(NodeKey::parse, "16 lower-case hex digits"),
					(request, root) -> new ProfileRequest(request.query, request.minRatio, root.orElse(null)));
	}

	private static AllocationQuery query(TimeRange range, AllocationValue value, Parameters parameters) {
		Instant from = range.from();
		return new AllocationQuery(from, range.to(), new Parameter("type", parameters.type()).value(),
				new Parameter("thread", parameters.thread()).value(),
				new Parameter("route", parameters.route()).value(), value);
	}

	/**
	 * The parameters as they arrive.
	 *
	 * @param from start of the range
	 * @param to end of the range
	 * @param type allocated class
	 * @param thread thread or pool
	 * @param value bytes or objects
	 * @param min share below which siblings are merged
	 * @param root key of the node to start at
	 * @param route route or its pattern
	 * @param recording declared, not served yet
	 * @param baseline declared, not served yet
	 * @param mode declared, not served yet
	 */
	record Parameters(@Nullable String from, @Nullable String to, @Nullable String type, @Nullable String thread,
			@Nullable String value, @Nullable String min, @Nullable String root, @Nullable String route,
			@Nullable String recording, @Nullable String baseline, @Nullable String mode) {

		Parsed<Optional<String>> unsupported() {
			return new Parameter("recording", this.recording).unsupported()
				.flatMap((none) -> new Parameter("baseline", this.baseline).unsupported())
				.flatMap((none) -> new Parameter("mode", this.mode).unsupported());
		}

	}

}
