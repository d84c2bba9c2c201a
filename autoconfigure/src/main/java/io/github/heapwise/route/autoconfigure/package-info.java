/**
 * Wiring of what requests cost, and what it has to know of each web stack.
 */
@NullMarked
package io.github.heapwise.route.autoconfigure;

import org.jspecify.annotations.NullMarked;
