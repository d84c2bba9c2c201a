package io.github.heapwise.heapdump.autoconfigure;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition behind {@link ConditionalOnNamedAccess}.
 */
class OnNamedAccessCondition extends SpringBootCondition {

	static final String PROPERTY = "management.endpoint.heapdumps.access";

	// Asked just as Boot asks for it. An empty value, say of an environment variable that
	// a
	// container passes on, is none to Boot, which then takes the default of all
	// endpoints.
	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Access access = context.getEnvironment().getProperty(PROPERTY, Access.class);
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnNamedAccess.class);
		return (access != null) ? ConditionOutcome.match(message.foundExactly("'" + PROPERTY + "'"))
				: ConditionOutcome.noMatch(message.didNotFind("property").items(PROPERTY));
	}

}
