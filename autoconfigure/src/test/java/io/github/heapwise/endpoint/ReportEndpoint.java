package io.github.heapwise.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;

/**
 * An endpoint built by the rules all of ours follow, under the id of one that does not
 * exist yet.
 */
@WebEndpoint(id = "memoryrecordings", defaultAccess = Access.READ_ONLY)
class ReportEndpoint {

	static final int LINES = 2000;

	private static final String ACTUATOR_JSON = "application/vnd.spring-boot.actuator.v3+json";

	@ReadOperation(producesFrom = Format.class, produces = ACTUATOR_JSON)
	WebEndpointResponse<?> report(@Nullable Format format, @Nullable String min) {
		return new Parameter("min", min).ratio(0).map((ratio) -> respond(format, ratio)).orElseProblem();
	}

	@ReadOperation(produces = { "text/plain", "*/*" })
	WebEndpointResponse<?> export(@Selector String export) {
		return export.equals("folded.txt") ? text()
				: Problem.unknown("export", export, List.of("folded.txt")).toResponse();
	}

	private static WebEndpointResponse<?> respond(@Nullable Format format, double ratio) {
		if (format == null) {
			return new WebEndpointResponse<>(report(ratio), MimeType.valueOf(ACTUATOR_JSON));
		}
		return switch (format) {
			case TEXT -> text();
			case PROFILE -> new WebEndpointResponse<>("HWF1;".repeat(LINES).getBytes(StandardCharsets.UTF_8), format);
			case JSON -> new WebEndpointResponse<>(report(ratio), format);
		};
	}

	private static WebEndpointResponse<?> text() {
		return new WebEndpointResponse<>("Main.run;byte[] 1\n".repeat(LINES),
				MimeType.valueOf("text/plain;charset=UTF-8"));
	}

	private static Report report(double ratio) {
		return new Report(ratio, null, Collections.nCopies(LINES, "Größe"));
	}

	record Report(double minRatio, @Nullable String unavailableReason,
			List<String> namesOfFrames) implements OperationResponseBody {

	}

	enum Format implements Producible<Format> {

		TEXT("text/plain"), PROFILE("application/vnd.heapwise.profile"), JSON("application/json");

		private final MimeType type;

		Format(String type) {
			this.type = MimeType.valueOf(type);
		}

		@Override
		public MimeType getProducedMimeType() {
			return this.type;
		}

	}

}
