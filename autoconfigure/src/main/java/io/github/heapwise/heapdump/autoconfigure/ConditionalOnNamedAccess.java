package io.github.heapwise.heapdump.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches where the user gave the endpoint
 * {@code heapdumps} an access of its own. A default for all endpoints does not count:
 * tutorials set it to open them, and the careful to close them.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnNamedAccessCondition.class)
@interface ConditionalOnNamedAccess {

}
