package io.github.heapwise.heapdump.endpoint;

import java.util.Locale;

import io.github.heapwise.heapdump.DumpAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * How far the analysis of a dump is, as JSON.
 *
 * @param state {@code none}, {@code queued}, {@code running}, {@code done},
 * {@code refused} or {@code failed}
 * @param progressRatio estimated part of it that is done
 * @param reason why there is none, or what is special about it, in a sentence
 */
public record AnalysisDescriptor(String state, double progressRatio, @Nullable String reason) {

	static AnalysisDescriptor of(DumpAnalysis analysis) {
		return new AnalysisDescriptor(analysis.state().name().toLowerCase(Locale.ROOT), analysis.progressRatio(),
				analysis.reason());
	}

}
