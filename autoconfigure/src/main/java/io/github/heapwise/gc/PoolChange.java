package io.github.heapwise.gc;

/**
 * What a collection did to a memory pool.
 *
 * @param name name of the pool
 * @param beforeBytes used bytes before
 * @param afterBytes used bytes after
 * @param committedBytes bytes the pool may use after without asking for more
 */
public record PoolChange(String name, long beforeBytes, long afterBytes, long committedBytes) {

}
