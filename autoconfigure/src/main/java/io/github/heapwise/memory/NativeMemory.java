package io.github.heapwise.memory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the JVM itself takes from the operating system, by purpose.
 *
 * @param categories the largest first, empty where it is not known
 * @param unavailableReason why it is not known, {@code null} where it is
 */
public record NativeMemory(List<Category> categories, @Nullable String unavailableReason) {

	public NativeMemory {
		categories = List.copyOf(categories);
	}

	static NativeMemory unavailable(String reason) {
		return new NativeMemory(List.of(), reason);
	}

	/**
	 * A purpose. The JVM tells whole kilobytes.
	 *
	 * @param name as the JVM calls it
	 * @param reservedBytes bytes of address space
	 * @param committedBytes bytes it may touch
	 */
	public record Category(String name, long reservedBytes, long committedBytes) {
	}

}
