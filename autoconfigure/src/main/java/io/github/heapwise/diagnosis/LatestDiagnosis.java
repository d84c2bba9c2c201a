package io.github.heapwise.diagnosis;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest diagnosis for those that are asked often and must not wait. To be told
 * of each. Thread-safe.
 */
public final class LatestDiagnosis implements Consumer<Diagnosis> {

	private volatile @Nullable Diagnosis latest;

	@Override
	public void accept(Diagnosis diagnosis) {
		this.latest = diagnosis;
	}

	/**
	 * Return the latest diagnosis.
	 * @return the diagnosis, {@code null} if there was none yet
	 */
	public @Nullable Diagnosis get() {
		return this.latest;
	}

	/**
	 * Return how bad what a rule finds is.
	 * @param rule id of the rule
	 * @return the severity, {@code null} if it finds nothing
	 */
	public @Nullable Severity severity(String rule) {
		Diagnosis diagnosis = this.latest;
		return (diagnosis != null) ? diagnosis.findings()
			.stream()
			.filter((found) -> found.rule().equals(rule))
			.map((found) -> found.finding().severity())
			.findFirst()
			.orElse(null) : null;
	}

}
