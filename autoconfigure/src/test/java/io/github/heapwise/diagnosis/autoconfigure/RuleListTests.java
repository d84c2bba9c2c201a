package io.github.heapwise.diagnosis.autoconfigure;

import java.util.List;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Signals;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RuleList}.
 */
class RuleListTests {

	private final DiagnosisRule first = new Named("first");

	private final DiagnosisRule second = new Named("second");

	@Test
	void theirsFollowOurs() {
		DiagnosisRule third = new Named("third");
		assertThat(RuleList.of(List.of(this.first, this.second), List.of(third))).containsExactly(this.first,
				this.second, third);
	}

	@Test
	void theirsIsAskedInThePlaceOfOurs() {
		DiagnosisRule other = new Named("first");
		assertThat(RuleList.of(List.of(this.first, this.second), List.of(other))).containsExactly(other, this.second);
	}

	@Test
	void ofTheirsWithTheSameIdTheFirstIsAsked() {
		DiagnosisRule other = new Named("third");
		assertThat(RuleList.of(List.of(this.first), List.of(other, new Named("third")))).containsExactly(this.first,
				other);
	}

	private static final class Named implements DiagnosisRule {

		private final String id;

		private Named(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

		@Override
		public String title() {
			return this.id;
		}

		@Override
		public Judgement judge(Signals signals) {
			return Judgement.passed();
		}

	}

}
