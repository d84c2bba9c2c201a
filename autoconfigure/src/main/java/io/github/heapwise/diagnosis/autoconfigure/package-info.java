/**
 * Wiring of the diagnosis: what it sees of the other features, and when it looks.
 */
@NullMarked
package io.github.heapwise.diagnosis.autoconfigure;

import org.jspecify.annotations.NullMarked;
