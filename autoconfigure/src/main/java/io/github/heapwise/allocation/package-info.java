/**
 * Where the application allocates: samples of the JVM, kept in time buckets and scaled to
 * exact totals.
 */
@NullMarked
package io.github.heapwise.allocation;

import org.jspecify.annotations.NullMarked;
