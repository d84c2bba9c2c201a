/**
 * The article's application: a page with a random name, and its faults.
 */
@NullMarked
package com.example.names;

import org.jspecify.annotations.NullMarked;
