package io.github.heapwise.allocation;

/**
 * Thread of a sample.
 *
 * @param id id as in {@link Thread}, for a virtual thread its own and not the carrier's
 * @param name name at the time of the sample
 * @param virtual whether it is a virtual thread, which has no exact counter
 */
record SampledThread(long id, String name, boolean virtual) {
}
