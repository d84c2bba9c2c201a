/**
 * What people ask of a heap dump: tables of its classes, objects, threads and loaders,
 * what holds an object, what is suspected to leak, and what is kept twice.
 */
@NullMarked
package io.github.heapwise.heapview;

import org.jspecify.annotations.NullMarked;
