/**
 * The one recording of the JVM's Flight Recorder that all features share.
 */
@NullMarked
package io.github.heapwise.jfr;

import org.jspecify.annotations.NullMarked;
