/**
 * What requests cost, over HTTP.
 */
@NullMarked
package io.github.heapwise.route.endpoint;

import org.jspecify.annotations.NullMarked;
