/**
 * The rules that come with Heapwise, one class each.
 */
@NullMarked
package io.github.heapwise.diagnosis.rule;

import org.jspecify.annotations.NullMarked;
