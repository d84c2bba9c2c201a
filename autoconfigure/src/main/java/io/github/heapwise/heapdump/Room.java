package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What is left where dumps are written.
 *
 * @param freeDiskBytes what this user may still write
 * @param inMemory whether files there take memory, for good
 */
record Room(long freeDiskBytes, boolean inMemory) {

	private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

	static Room in(Path directory) throws IOException {
		return of(Files.getFileStore(directory));
	}

	static Room of(FileStore store) throws IOException {
		long free = store.getUsableSpace();
		// more than fits is told as a negative number; ramfs knows no bounds and says 0
		boolean boundless = free < 0 || (free == 0 && store.type().equals("ramfs"));
		return new Room(boundless ? Long.MAX_VALUE : free, IN_MEMORY.contains(store.type()));
	}

}
