package com.example.names.load;

/**
 * What one function of the application allocated.
 *
 * @param name qualified name of the function
 * @param bytes bytes allocated by it and by the libraries it called
 */
record FunctionAllocation(String name, long bytes) {

}
