package com.example.names.container;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Lets tests run where a Docker daemon answers.
 */
class DockerCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return DockerClientFactory.instance().isDockerAvailable()
				? ConditionEvaluationResult.enabled("A Docker daemon answers") : ConditionEvaluationResult
					.disabled("The sample is not tested in a container: no Docker daemon answers");
	}

}
