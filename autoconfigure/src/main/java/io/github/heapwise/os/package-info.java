/**
 * What the operating system tells of the process: its resident set, and the limits of its
 * memory.
 */
@NullMarked
package io.github.heapwise.os;

import org.jspecify.annotations.NullMarked;
