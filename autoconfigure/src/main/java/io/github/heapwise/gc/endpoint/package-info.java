/**
 * Actuator endpoint that serves what the collector does.
 */
@NullMarked
package io.github.heapwise.gc.endpoint;

import org.jspecify.annotations.NullMarked;
