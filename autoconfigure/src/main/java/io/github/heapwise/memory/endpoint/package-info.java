/**
 * Endpoints of what the process holds.
 */
@NullMarked
package io.github.heapwise.memory.endpoint;

import org.jspecify.annotations.NullMarked;
