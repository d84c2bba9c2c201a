/**
 * Actuator endpoint that serves the diagnosis, and the health that follows from it.
 */
@NullMarked
package io.github.heapwise.diagnosis.endpoint;

import org.jspecify.annotations.NullMarked;
