package io.github.heapwise.heapdump.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.heapdump.Baselines;
import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumpRefusedException;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.heapview.UnknownNodeException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;

/**
 * Answers what clients ask about analysed dumps.
 */
final class DumpViews {

	private final HeapDumpAnalyses analyses;

	private final Baselines baselines;

	private final Consumer<String> log;

	DumpViews(HeapDumps dumps, HeapDumpAnalyses analyses, Consumer<String> log) {
		this.analyses = analyses;
		this.baselines = new Baselines(dumps, analyses);
		this.log = log;
	}

	/**
	 * Answer a question.
	 * @param view what to look at, other than the file
	 * @param dump the dump
	 * @param given the parameters
	 * @return the answer, or what stands against it
	 */
	Parsed<WebEndpointResponse<?>> answer(DumpView view, HeapDump dump, ViewParameters given) {
		return ViewQuestion.of(view, given)
			.flatMap((question) -> analysed(dump).flatMap((analysed) -> baseline(view, dump, given.with()))
				.flatMap((baseline) -> ask(dump, question, baseline.orElse(null), given.node())));
	}

	private Parsed<HeapDump> analysed(HeapDump dump) {
		if (dump.facts() == null) {
			return Parsed.problem(Unanswerable.withoutFile(dump));
		}
		DumpAnalysis analysis = this.analyses.analysis(dump.id());
		return (analysis.state() == DumpAnalysis.State.DONE) ? Parsed.of(dump)
				: Parsed.problem(Unanswerable.withoutAnalysis(dump, analysis));
	}

	private Parsed<Optional<String>> baseline(DumpView view, HeapDump dump, Parameter with) {
		return switch (view) {
			case COMPARE -> named(dump, with);
			case SUSPECTS -> (with.value() != null) ? named(dump, with) : Parsed.of(this.baselines.latestBefore(dump));
			default -> Parsed.of(Optional.empty());
		};
	}

	private Parsed<Optional<String>> named(HeapDump dump, Parameter with) {
		List<String> ids = this.baselines.of(dump);
		String id = with.value();
		return (id != null && ids.contains(id)) ? Parsed.of(Optional.of(id))
				: Parsed.problem(Unanswerable.withoutBaseline(with, ids));
	}

	private Parsed<WebEndpointResponse<?>> ask(HeapDump dump, ViewQuestion question, @Nullable String baseline,
			Parameter node) {
		try {
			return answer(dump.id(), question, baseline).map(DumpViews::json)
				.orElseGet(() -> Parsed.problem(Unanswerable.withoutAnalysis(dump, this.analyses.analysis(dump.id()))));
		}
		catch (UnknownNodeException ex) {
			return Parsed.problem(Unanswerable.withoutNode(node, ex));
		}
		catch (HeapDumpRefusedException ex) {
			return Parsed.problem(Refusals.problem(ex));
		}
		catch (CancellationException ex) {
			return Parsed.problem(Unanswerable.givenUp(dump, ex.getMessage()));
		}
		catch (IOException | UncheckedIOException ex) {
			this.log.accept("Heap dump '%s' cannot be looked at: %s".formatted(dump.id(), ex));
			return Parsed.problem(Unanswerable.unreadable(dump));
		}
	}

	private Optional<OperationResponseBody> answer(String id, ViewQuestion question, @Nullable String baseline)
			throws IOException {
		if (baseline == null) {
			return this.analyses.ask(id, (views) -> question.ask(views, null));
		}
		return this.analyses
			.ask(id, (views) -> this.analyses.ask(baseline,
					(others) -> question.ask(views, new ViewQuestion.Baseline(baseline, others))))
			.flatMap(Function.identity());
	}

	// Said, since the file next to it has another type: a client may ask for both.
	private static Parsed<WebEndpointResponse<?>> json(OperationResponseBody body) {
		return Parsed.of(new WebEndpointResponse<>(body, MimeTypeUtils.APPLICATION_JSON));
	}

}
