/**
 * The diagnosis as one file to send to someone.
 */
@NullMarked
package io.github.heapwise.diagnosis.report;

import org.jspecify.annotations.NullMarked;
