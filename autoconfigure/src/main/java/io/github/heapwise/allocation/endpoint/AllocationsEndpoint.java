package io.github.heapwise.allocation.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.github.heapwise.allocation.AllocationProfile;
import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.RecorderStatus;
import io.github.heapwise.allocation.endpoint.ProfileRequest.Parameters;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.endpoint.Retained;
import io.github.heapwise.endpoint.TextOrJson;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose where the application allocates memory.
 */
@WebEndpoint(id = "memoryallocations", defaultAccess = Access.READ_ONLY)
public class AllocationsEndpoint {

	private final AllocationProfiler profiler;

	private final Clock clock;

	public AllocationsEndpoint(AllocationProfiler profiler, Clock clock) {
		this.profiler = profiler;
		this.clock = clock;
	}

	@ReadOperation(producesFrom = ProfileFormat.class, produces = TextOrJson.ACTUATOR_JSON_TYPE)
	public WebEndpointResponse<?> allocations(@Nullable ProfileFormat format, @Nullable String from,
			@Nullable String to, @Nullable String type, @Nullable String thread, @Nullable String value,
			@Nullable String min, @Nullable String root, @Nullable String route, @Nullable String recording,
			@Nullable String baseline, @Nullable String mode) {
		Parameters parameters = new Parameters(from, to, type, thread, value, min, root, route, recording, baseline,
				mode);
		return respond(parameters, (document) -> document.as(ProfileFormat.orDefault(format)));
	}

	// Boot matches 'produces' with the Accept header of whoever follows a download link.
	@ReadOperation(produces = { "application/json", "text/html", "text/plain", "application/octet-stream" })
	public WebEndpointResponse<?> export(@Selector String export, @Nullable String from, @Nullable String to,
			@Nullable String type, @Nullable String thread, @Nullable String value, @Nullable String min,
			@Nullable String root, @Nullable String route, @Nullable String recording, @Nullable String baseline,
			@Nullable String mode) {
		ProfileExport known = ProfileExport.named(export);
		if (known == null) {
			return Problem.unknown("export", export, ProfileExport.names()).toResponse();
		}
		Parameters parameters = new Parameters(from, to, type, thread, value, min, root, route, recording, baseline,
				mode);
		return respond(parameters, (document) -> document.as(known));
	}

	private WebEndpointResponse<?> respond(Parameters parameters,
			Function<ProfileDocument, WebEndpointResponse<byte[]>> representation) {
		RecorderStatus status = this.profiler.status();
		return ProfileRequest.parse(parameters, retained(status))
			.flatMap((request) -> document(request, status))
			.map(representation)
			.orElseProblem();
	}

	// Before anything is recorded, one range is as empty as another.
	private Retained retained(RecorderStatus status) {
		Instant now = this.clock.instant();
		Duration retention = this.profiler.retention();
		boolean recording = status.state() == RecorderStatus.State.RECORDING;
		return new Retained(recording ? status.retainedFrom() : now.minus(retention), now, retention);
	}

	private Parsed<ProfileDocument> document(ProfileRequest request, RecorderStatus status) {
		AllocationProfile profile = this.profiler.profile(request.query());
		if (profile == null) {
			String reason = (status.reason() != null) ? status.reason() : "Allocation profiling is not running";
			return Parsed.problem(Problem.unavailable(reason));
		}
		return Parsed.of(ProfileDocument.of(request, profile, status));
	}

}
