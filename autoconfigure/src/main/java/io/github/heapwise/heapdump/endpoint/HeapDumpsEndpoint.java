package io.github.heapwise.heapdump.endpoint;

import java.security.Principal;
import java.util.function.Consumer;

import io.github.heapwise.endpoint.Download;
import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.endpoint.SafeText;
import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.DumpOrder;
import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
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
 * {@link WebEndpoint @WebEndpoint} to expose dumps of the heap and what is in them, and
 * to take, analyse and delete them.
 * <p>
 * A global default of access overrides the one declared here, also where it is meant to
 * harden: make a bean of this only if the user named the endpoint.
 */
@WebEndpoint(id = "heapdumps", defaultAccess = Access.NONE)
public class HeapDumpsEndpoint {

	private static final int ACCEPTED = 202;

	private final HeapDumps dumps;

	private final HeapDumpAnalyses analyses;

	private final HeapDumpPolicy policy;

	private final DumpDownloads downloads;

	private final DumpViews views;

	/**
	 * Create an endpoint.
	 * @param dumps takes and keeps the dumps
	 * @param analyses analyses them and answers questions about them
	 * @param policy what the user permits
	 * @param log told in a sentence of everyone who reads values out of a dump, and of
	 * what cannot be read
	 */
	public HeapDumpsEndpoint(HeapDumps dumps, HeapDumpAnalyses analyses, HeapDumpPolicy policy, Consumer<String> log) {
		this.dumps = dumps;
		this.analyses = analyses;
		this.policy = policy;
		this.downloads = new DumpDownloads(dumps, policy.rawDownload(), log);
		this.views = new DumpViews(dumps, analyses, log);
	}

	@ReadOperation
	public HeapDumpsDescriptor dumps() {
		return HeapDumpsDescriptor.of(this.dumps, this.analyses, this.policy);
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
		return find(id).map(this::describe).orElseProblem();
	}

	@WriteOperation
	public WebEndpointResponse<?> analyse(@Selector String id) {
		return find(id).flatMap(this::analyse).orElseProblem();
	}

	// Boot takes the parameters of all views from here, and matches 'produces' with the
	// Accept header of whoever follows a download link.
	@ReadOperation(produces = { "application/json", TextOrJson.ACTUATOR_JSON_TYPE, "application/octet-stream" })
	public WebEndpointResponse<?> view(@Selector String id, @Selector String view, @Nullable String node,
			@Nullable String sort, @Nullable String page, @Nullable String size, @Nullable String filter,
			@Nullable String with, @Nullable String raw, @Nullable String download, SecurityContext securityContext) {
		DumpView known = DumpView.named(view);
		if (known == null) {
			return Problem.unknown("view", view, DumpView.names()).toResponse();
		}
		Parsed<ViewParameters> given = known.accept(ViewParameters.of(node, sort, page, size, filter, with, raw));
		return find(id).flatMap((dump) -> given.flatMap((parameters) -> (known == DumpView.FILE)
				? file(dump, parameters.raw(), download, securityContext) : this.views.answer(known, dump, parameters)))
			.orElseProblem();
	}

	@DeleteOperation
	public WebEndpointResponse<?> delete(@Selector String id) {
		return find(id).flatMap((dump) -> this.dumps.delete(id) ? Parsed.of(deleted(dump)) : unknown(id))
			.orElseProblem();
	}

	private WebEndpointResponse<?> request(@Nullable String reason, boolean live) {
		try {
			HeapDump dump = this.dumps.request(new DumpOrder(DumpTrigger.HTTP, reason, live));
			return new WebEndpointResponse<>(describe(dump), ACCEPTED);
		}
		catch (HeapDumpRefusedException ex) {
			return Refusals.problem(ex).toResponse();
		}
	}

	private Parsed<WebEndpointResponse<?>> analyse(HeapDump dump) {
		try {
			return this.analyses.analyse(dump.id())
				.map((analysis) -> Parsed.<WebEndpointResponse<?>>of(analysed(dump, analysis)))
				.orElseGet(() -> Parsed.problem(Unanswerable.withoutFile(dump)));
		}
		catch (HeapDumpRefusedException ex) {
			return Parsed.problem(Refusals.problem(ex));
		}
	}

	private static WebEndpointResponse<HeapDumpDescriptor> analysed(HeapDump dump, DumpAnalysis analysis) {
		boolean done = analysis.state() == DumpAnalysis.State.DONE;
		return new WebEndpointResponse<>(HeapDumpDescriptor.of(dump, analysis),
				done ? WebEndpointResponse.STATUS_OK : ACCEPTED);
	}

	private Parsed<WebEndpointResponse<?>> file(HeapDump dump, Parameter raw, @Nullable String download,
			SecurityContext securityContext) {
		return raw.flag()
			.flatMap((on) -> this.downloads.file(dump, on, user(securityContext), Download.underWay(download)));
	}

	// One that the JVM is writing goes later.
	private WebEndpointResponse<HeapDumpDescriptor> deleted(HeapDump dump) {
		int status = switch (dump.state()) {
			case DUMPING, INDEXING -> ACCEPTED;
			case QUEUED, READY, FAILED -> WebEndpointResponse.STATUS_OK;
		};
		return new WebEndpointResponse<>(describe(dump), status);
	}

	private HeapDumpDescriptor describe(HeapDump dump) {
		return HeapDumpDescriptor.of(dump, this.analyses.analysis(dump.id()));
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
