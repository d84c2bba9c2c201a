package io.github.heapwise.diagnosis;

/**
 * Platform threads of one kind.
 *
 * @param name what they are called, with {@code #} for each number in it
 * @param count how many there are
 */
public record ThreadCount(String name, int count) {

}
