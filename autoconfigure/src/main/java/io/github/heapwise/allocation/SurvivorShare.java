package io.github.heapwise.allocation;

/**
 * A part of the sampled objects that stayed alive.
 *
 * @param function who allocated them: the method of the application nearest to the
 * allocation, else that of a library
 * @param type their class
 * @param samples how many were sampled
 * @param ratio their share of all that were
 */
public record SurvivorShare(String function, String type, int samples, double ratio) {

}
