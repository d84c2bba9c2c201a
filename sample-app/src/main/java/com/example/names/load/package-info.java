/**
 * Loads the running application from outside and reports what that cost.
 */
@NullMarked
package com.example.names.load;

import org.jspecify.annotations.NullMarked;
