package io.github.heapwise.heapdump.endpoint;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapview.UnknownNodeException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Tells clients why there is no view of a dump, and what to do.
 */
final class Unanswerable {

	// An analysis takes some ten seconds for each GB.
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private Unanswerable() {
	}

	/**
	 * There is no file.
	 * @param dump the dump
	 * @return the problem
	 */
	static Problem withoutFile(HeapDump dump) {
		return switch (dump.state()) {
			case QUEUED, DUMPING, INDEXING -> Problem.busy(
					"Heap dump '%s' is not finished. Ask for it again when its state is 'ready'".formatted(dump.id()));
			case READY, FAILED -> Problem.missing("id", dump.id(), "Heap dump '%s' has no file%s".formatted(dump.id(),
					(dump.failure() != null) ? ": " + dump.failure() : " any more"));
		};
	}

	/**
	 * There is a file, and no analysis of it.
	 * @param dump the dump
	 * @param analysis how far its analysis is
	 * @return the problem
	 */
	static Problem withoutAnalysis(HeapDump dump, DumpAnalysis analysis) {
		return switch (analysis.state()) {
			case QUEUED -> Problem.busy("Heap dump '%s' waits to be analysed".formatted(dump.id()), PATIENCE);
			case RUNNING -> Problem.busy("Heap dump '%s' is being analysed, %d %% are done".formatted(dump.id(),
					(int) (analysis.progressRatio() * 100)), PATIENCE);
			case REFUSED -> unavailable(dump, "is not analysed", analysis, "tries again");
			case FAILED -> unavailable(dump, "could not be analysed", analysis, "tries again");
			case NONE, DONE -> unavailable(dump, "has not been analysed", analysis, "has it analysed");
		};
	}

	private static Problem unavailable(HeapDump dump, String what, DumpAnalysis analysis, String remedy) {
		String reason = (analysis.reason() != null) ? ": " + analysis.reason() : "";
		return Problem.unavailable(
				"Heap dump '%s' %s%s. POST to 'heapdumps/%s' %s".formatted(dump.id(), what, reason, dump.id(), remedy));
	}

	/**
	 * The analysis cannot be read.
	 * @param dump the dump
	 * @return the problem
	 */
	static Problem unreadable(HeapDump dump) {
		return Problem.unavailable(("The analysis of heap dump '%s' cannot be read. The log of the application has the "
				+ "reason. POST to 'heapdumps/%s' has it analysed again")
			.formatted(dump.id(), dump.id()));
	}

	/**
	 * It took too long.
	 * @param dump the dump
	 * @param reason why it was given up
	 * @return the problem
	 */
	static Problem givenUp(HeapDump dump, @Nullable String reason) {
		return Problem.unavailable("No answer about heap dump '%s'%s. Ask for less".formatted(dump.id(),
				(reason != null) ? ": " + reason : " in time"));
	}

	/**
	 * There is nothing of the name.
	 * @param node what was asked about
	 * @param ex what the dump says
	 * @return the problem
	 */
	static Problem withoutNode(Parameter node, UnknownNodeException ex) {
		return Problem.missing(node.name(), String.valueOf(node.value()), String.valueOf(ex.getMessage()));
	}

	/**
	 * There is nothing to compare with of the name.
	 * @param with the other dump
	 * @param allowed ids of those that can be compared with
	 * @return the problem
	 */
	static Problem withoutBaseline(Parameter with, List<String> allowed) {
		String what = allowed.isEmpty() ? "There is no other heap dump that has been analysed to compare with"
				: "'%s' must be the id of another heap dump that has been analysed".formatted(with.name());
		return new Problem(WebEndpointResponse.STATUS_BAD_REQUEST, with.name(), with.value(), allowed, what);
	}

}
