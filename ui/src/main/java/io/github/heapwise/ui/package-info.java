/**
 * The pages: their templates, their static files and the endpoint that serves both.
 */
@NullMarked
package io.github.heapwise.ui;

import org.jspecify.annotations.NullMarked;
