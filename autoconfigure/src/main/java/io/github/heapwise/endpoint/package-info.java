/**
 * What all endpoints share: the form of an error, time ranges, paths and response
 * headers.
 */
@NullMarked
package io.github.heapwise.endpoint;

import org.jspecify.annotations.NullMarked;
