/**
 * Actuator endpoint that serves the pages.
 */
@NullMarked
package io.github.heapwise.ui.endpoint;

import org.jspecify.annotations.NullMarked;
