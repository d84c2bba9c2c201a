/**
 * Actuator endpoint that serves allocation profiles.
 */
@NullMarked
package io.github.heapwise.allocation.endpoint;

import org.jspecify.annotations.NullMarked;
