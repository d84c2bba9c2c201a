package com.example.names.browser;

import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Chromium browser} and the {@link LoadedSample loaded sample},
 * which start when first asked for and end after the last test of all. Without a browser
 * tests are skipped.
 */
class SharedSurroundings implements ExecutionCondition, ParameterResolver {

	private static final Map<Class<?>, Supplier<Object>> SHARED = Map.of(Chromium.class,
			() -> new Chromium(Chromium.executable().orElseThrow()), LoadedSample.class, LoadedSample::new);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Chromium.executable().isPresent() ? ConditionEvaluationResult.enabled("There is a browser")
				: ConditionEvaluationResult
					.disabled("The pages are not tested: there is no 'chromium' on the PATH, and the property "
							+ "'heapwise.test.chromium' does not name one");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return SHARED.containsKey(parameter.getParameter().getType());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return context.getRoot()
			.getStore(Namespace.create(SharedSurroundings.class))
			.computeIfAbsent(type, (key) -> SHARED.get(key).get());
	}

}
