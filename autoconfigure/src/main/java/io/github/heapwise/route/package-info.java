/**
 * What requests cost, by route: time, CPU, allocated bytes and pauses of the collector.
 */
@NullMarked
package io.github.heapwise.route;

import org.jspecify.annotations.NullMarked;
