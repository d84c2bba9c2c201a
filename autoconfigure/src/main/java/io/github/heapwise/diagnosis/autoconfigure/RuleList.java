package io.github.heapwise.diagnosis.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.DiagnosisRule;

/**
 * Puts the rules of the application to those that come with Heapwise.
 */
final class RuleList {

	private RuleList() {
	}

	/**
	 * List all rules, those of the application last. One of theirs with the id of one of
	 * ours is asked in its place; of several with the same id the first is.
	 * @param ours rules that come with Heapwise
	 * @param theirs rules of the application
	 * @return all rules, each id once
	 */
	static List<DiagnosisRule> of(List<DiagnosisRule> ours, List<DiagnosisRule> theirs) {
		Map<String, DiagnosisRule> theirsById = byId(theirs);
		Map<String, DiagnosisRule> byId = byId(ours);
		byId.replaceAll((id, rule) -> theirsById.getOrDefault(id, rule));
		theirsById.forEach(byId::putIfAbsent);
		return List.copyOf(byId.values());
	}

	private static Map<String, DiagnosisRule> byId(List<DiagnosisRule> rules) {
		Map<String, DiagnosisRule> byId = new LinkedHashMap<>();
		rules.forEach((rule) -> byId.putIfAbsent(rule.id(), rule));
		return byId;
	}

}
