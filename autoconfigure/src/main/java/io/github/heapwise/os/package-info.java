/**
 * What the operating system tells of the process: its memory, processors and files, and
 * the limits of them.
 */
@NullMarked
package io.github.heapwise.os;

import org.jspecify.annotations.NullMarked;
