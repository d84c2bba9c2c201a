package io.github.heapwise.autoconfigure;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition behind {@link ConditionalOnManagementServer}.
 */
class OnManagementServerCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ManagementPortType type = ManagementPortType.get(context.getEnvironment());
		return new ConditionOutcome(type != ManagementPortType.DISABLED,
				ConditionMessage.forCondition(ConditionalOnManagementServer.class)
					.because("management port is " + type));
	}

}
