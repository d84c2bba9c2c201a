/**
 * Dumps of the heap: what asks for them, what is checked before, and where they are kept.
 */
@NullMarked
package io.github.heapwise.heapdump;

import org.jspecify.annotations.NullMarked;
