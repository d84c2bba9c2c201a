/**
 * What is wrong with the application's memory, by what evidence, and what to do next.
 */
@NullMarked
package io.github.heapwise.diagnosis;

import org.jspecify.annotations.NullMarked;
