/**
 * Wiring of the pages.
 */
@NullMarked
package io.github.heapwise.ui.autoconfigure;

import org.jspecify.annotations.NullMarked;
