/**
 * What may be wrong with an application, one rule each.
 */
@NullMarked
package io.github.heapwise.diagnosis.rule;

import org.jspecify.annotations.NullMarked;
