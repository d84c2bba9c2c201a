package io.github.heapwise.ui.test;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Chromium browser}, which starts when first asked for and ends
 * after the last test of all.
 */
class SharedChromium implements ExecutionCondition, ParameterResolver {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Chromium.executable().isPresent() ? ConditionEvaluationResult.enabled("There is a browser")
				: ConditionEvaluationResult
					.disabled("The pages are not tested: there is no 'chromium' on the PATH, and the property "
							+ "'heapwise.test.chromium' does not name one");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Chromium.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(SharedChromium.class))
			.computeIfAbsent(Chromium.class, (type) -> new Chromium(Chromium.executable().orElseThrow()));
	}

}
