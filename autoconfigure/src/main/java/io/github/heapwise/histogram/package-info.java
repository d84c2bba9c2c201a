/**
 * Distributions of the last minutes, by HdrHistogram.
 */
@NullMarked
package io.github.heapwise.histogram;

import org.jspecify.annotations.NullMarked;
