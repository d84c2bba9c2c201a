/**
 * Wiring of who waits: finds the pools and event loops of the application.
 */
@NullMarked
package io.github.heapwise.latency.autoconfigure;

import org.jspecify.annotations.NullMarked;
