package io.github.heapwise.heapdump;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.heapwise.heapgraph.HeapTotals;
import io.github.heapwise.heapview.FakeHeapViews;
import org.jspecify.annotations.Nullable;

/**
 * Analyses that are as far as somebody says.
 */
public final class FakeHeapDumpAnalyses implements HeapDumpAnalyses {

	public static final HeapTotals TOTALS = new HeapTotals(200, 150, 20, 30, 4, 12, null);

	public static final long INDEX_BYTES = 800;

	private final Map<String, DumpAnalysis> analyses = new LinkedHashMap<>();

	private final Map<String, FakeHeapViews> views = new LinkedHashMap<>();

	private @Nullable HeapDumpRefusedException refusal;

	public synchronized FakeHeapDumpAnalyses with(String id, DumpAnalysis.State state, double progressRatio,
			@Nullable String reason) {
		boolean done = state == DumpAnalysis.State.DONE;
		this.analyses.put(id, done ? new DumpAnalysis(state, progressRatio, reason, TOTALS, INDEX_BYTES)
				: new DumpAnalysis(state, progressRatio, reason, null));
		if (done) {
			this.views.put(id, new FakeHeapViews());
		}
		return this;
	}

	public synchronized void refuse(HeapDumpRefusedException.Cause cause, String message,
			@Nullable Duration retryAfter) {
		this.refusal = new HeapDumpRefusedException(cause, message, retryAfter);
	}

	public synchronized void permit() {
		this.refusal = null;
	}

	public synchronized @Nullable FakeHeapViews views(String id) {
		return this.views.get(id);
	}

	@Override
	public synchronized DumpAnalysis analysis(String id) {
		return this.analyses.getOrDefault(id, DumpAnalysis.NONE);
	}

	@Override
	public synchronized Optional<DumpAnalysis> analyse(String id) {
		refuse();
		if (!this.analyses.containsKey(id)) {
			return Optional.empty();
		}
		if (analysis(id).state() != DumpAnalysis.State.DONE) {
			with(id, DumpAnalysis.State.QUEUED, 0, null);
		}
		return Optional.of(analysis(id));
	}

	@Override
	public <T> Optional<T> ask(String id, Question<T> question) throws IOException {
		refuse();
		FakeHeapViews asked = views(id);
		return (asked != null) ? Optional.of(question.ask(asked)) : Optional.empty();
	}

	private synchronized void refuse() {
		if (this.refusal != null) {
			throw this.refusal;
		}
	}

}
