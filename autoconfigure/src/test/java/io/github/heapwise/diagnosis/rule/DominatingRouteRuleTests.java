package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.SignalsBuilder;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.allocating;
import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link DominatingRouteRule}.
 */
class DominatingRouteRuleTests {

	@Test
	void namesTheRouteAndLeadsToItsFlamegraph() {
		Finding finding = judge(healthy().route(allocating("GET /orders", 0.72)).route(allocating("GET /simple", 0.2)))
			.informs();
		assertThat(finding.title()).isEqualTo("GET /orders allocates 72 % of all bytes, 400 kB a request");
		assertThat(finding.next().page()).isEqualTo("allocations");
		assertThat(finding.next().parameters()).containsOnly(entry("route", "GET /orders"),
				entry("from", SignalsBuilder.END.minusSeconds(120).toString()),
				entry("to", SignalsBuilder.END.toString()));
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().route(allocating("GET /a", 0.49)).route(allocating("GET /b", 0.3))).passes();
		judge(healthy().route(allocating("GET /a", 0.5)).route(allocating("GET /b", 0.3))).informs();
	}

	@Test
	void passesIfThereIsNoOtherRoute() {
		judge(healthy().route(allocating("GET /", 0.98))).passes();
	}

	@Test
	void passesIfLittleIsAllocatedAtAll() {
		judge(healthy().allocated(9e6).route(allocating("GET /a", 0.9)).route(allocating("GET /b", 0.1))).passes();
	}

	@Test
	void cannotTellWhereNobodyCounts() {
		assertThat(judge(healthy().route(allocating("GET /", null))).lacks()).contains("not measured");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("route-dominates", signals);
	}

}
