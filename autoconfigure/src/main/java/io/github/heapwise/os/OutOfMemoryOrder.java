package io.github.heapwise.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whom the kernel kills first when memory runs out.
 */
public final class OutOfMemoryOrder {

	private static final String FIRST_OF_ALL = "1000";

	private final Path root;

	/**
	 * Use a kernel.
	 * @param root where {@code /proc} lies
	 */
	public OutOfMemoryOrder(Path root) {
		this.root = root;
	}

	/**
	 * Put a process of this user before all others. Nothing happens where the kernel has
	 * no such order.
	 * @param pid id of the process
	 * @return whether it comes first
	 */
	public boolean first(long pid) {
		try {
			Files.writeString(this.root.resolve("proc/%d/oom_score_adj".formatted(pid)), FIRST_OF_ALL,
					StandardOpenOption.WRITE);
			return true;
		}
		catch (IOException ex) {
			// No Linux, or the process has ended.
			return false;
		}
	}

}
