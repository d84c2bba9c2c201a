/**
 * What else goes wrong in applications: one fault a profile, all of them on the page.
 */
@NullMarked
package com.example.names.faults;

import org.jspecify.annotations.NullMarked;
