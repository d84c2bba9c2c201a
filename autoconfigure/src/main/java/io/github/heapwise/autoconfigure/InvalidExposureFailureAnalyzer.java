package io.github.heapwise.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link InvalidExposureException}. Boot's own analyzer for invalid values
 * needs a context, and there is none yet when the environment is prepared.
 */
class InvalidExposureFailureAnalyzer extends AbstractFailureAnalyzer<InvalidExposureException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidExposureException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Set '%s' to one of %s.".formatted(Exposure.PROPERTY, Exposure.words()), cause);
	}

}
