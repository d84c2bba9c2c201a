package io.github.heapwise.heapdump.endpoint;

import java.security.Principal;
import java.util.function.Consumer;

import io.github.heapwise.endpoint.Download;
import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.endpoint.SafeText;
import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.heapdump.DumpOrder;
import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumpRefusedException;
import io.github.heapwise.heapdump.HeapDumps;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose dumps of the heap, and to take and delete
 * them.
 * <p>
 * A global default of access overrides the one declared here, also where it is meant to
 * harden: make a bean of this only if the user named the endpoint.
 */
@WebEndpoint(id = "heapdumps", defaultAccess = Access.NONE)
public class HeapDumpsEndpoint {

	private static final int ACCEPTED = 202;

	private final HeapDumps dumps;

	private final HeapDumpPolicy policy;

	private final DumpDownloads downloads;

	/**
	 * Create an endpoint.
	 * @param dumps takes and keeps the dumps
	 * @param policy what the user permits
	 * @param log told in a sentence of everyone who reads values out of a dump, and of
	 * what cannot be read
	 */
	public HeapDumpsEndpoint(HeapDumps dumps, HeapDumpPolicy policy, Consumer<String> log) {
		this.dumps = dumps;
		this.policy = policy;
		this.downloads = new DumpDownloads(dumps, policy.rawDownload(), log);
	}

	@ReadOperation
	public HeapDumpsDescriptor dumps() {
		return HeapDumpsDescriptor.of(this.dumps, this.policy);
	}

	@WriteOperation
	public WebEndpointResponse<?> request() {
		return request(null, false);
	}

	// The parameters are those of a flat JSON body, which Boot asks for as soon as there
	// are any.
	@WriteOperation
	public WebEndpointResponse<?> request(@Nullable String reason, @Nullable String live) {
		return new Parameter("live", live).flag().map((on) -> request(reason, on)).orElseProblem();
	}

	@ReadOperation
	public WebEndpointResponse<?> dump(@Selector String id) {
		return find(id).map(HeapDumpDescriptor::of).orElseProblem();
	}

	// Boot matches 'produces' with the Accept header of whoever follows a download link.
	@ReadOperation(produces = { "application/json", TextOrJson.ACTUATOR_JSON_TYPE, "application/octet-stream" })
	public WebEndpointResponse<?> view(@Selector String id, @Selector String view, @Nullable String raw,
			@Nullable String download, SecurityContext securityContext) {
		DumpView known = DumpView.named(view);
		if (known == null) {
			return Problem.unknown("view", view, DumpView.names()).toResponse();
		}
		return find(id).flatMap((dump) -> switch (known) {
			case FILE -> new Parameter("raw", raw).flag()
				.flatMap((on) -> this.downloads.file(dump, on, user(securityContext), Download.underWay(download)));
		}).orElseProblem();
	}

	@DeleteOperation
	public WebEndpointResponse<?> delete(@Selector String id) {
		return find(id).flatMap((dump) -> this.dumps.delete(id) ? Parsed.of(deleted(dump)) : unknown(id))
			.orElseProblem();
	}

	private WebEndpointResponse<?> request(@Nullable String reason, boolean live) {
		try {
			HeapDump dump = this.dumps.request(new DumpOrder(DumpTrigger.HTTP, reason, live));
			return new WebEndpointResponse<>(HeapDumpDescriptor.of(dump), ACCEPTED);
		}
		catch (HeapDumpRefusedException ex) {
			return Refusals.problem(ex).toResponse();
		}
	}

	// One that the JVM is writing goes later.
	private static WebEndpointResponse<HeapDumpDescriptor> deleted(HeapDump dump) {
		int status = switch (dump.state()) {
			case DUMPING, INDEXING -> ACCEPTED;
			case QUEUED, READY, FAILED -> WebEndpointResponse.STATUS_OK;
		};
		return new WebEndpointResponse<>(HeapDumpDescriptor.of(dump), status);
	}

	private Parsed<HeapDump> find(String id) {
		return this.dumps.find(id).map(Parsed::of).orElseGet(() -> unknown(id));
	}

	private static <T> Parsed<T> unknown(String id) {
		return Parsed.problem(Problem.missing("id", id,
				"No heap dump '%s'. It may have been deleted to make room".formatted(SafeText.of(id))));
	}

	private static @Nullable String user(SecurityContext securityContext) {
		Principal principal = securityContext.getPrincipal();
		return (principal != null) ? principal.getName() : null;
	}

}
