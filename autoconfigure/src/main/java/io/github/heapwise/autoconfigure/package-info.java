/**
 * Wiring that serves every feature: exposure, paths and response headers.
 */
@NullMarked
package io.github.heapwise.autoconfigure;

import org.jspecify.annotations.NullMarked;
