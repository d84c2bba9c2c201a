package io.github.heapwise.heapdump;

import java.io.IOException;
import java.time.Clock;

/**
 * Keeps a directory in order: what others left in it, what the JVM wrote by itself, and
 * what is too much.
 */
final class Housekeeping {

	private final DumpDirectory directory;

	private final DumpCatalog catalog;

	private final OutOfMemoryDumps outOfMemory;

	private final Retention retention;

	private final Announcements announcements;

	private final Clock clock;

	Housekeeping(DumpDirectory directory, DumpCatalog catalog, OutOfMemoryDumps outOfMemory, Retention retention,
			Announcements announcements, Clock clock) {
		this.directory = directory;
		this.catalog = catalog;
		this.outOfMemory = outOfMemory;
		this.retention = retention;
		this.announcements = announcements;
		this.clock = clock;
	}

	/**
	 * Do all of it.
	 * @throws IOException if the directory cannot be used, or a dump in it
	 */
	void run() throws IOException {
		if (this.directory.isPresent()) {
			Leftovers leftovers = new Leftovers(this.directory.open(), this.catalog::isRead);
			leftovers.delete();
			try {
				this.outOfMemory.adopt(leftovers, (stored) -> {
					this.announcements.written(stored);
					this.announcements.ready(stored);
				});
			}
			finally {
				retain();
			}
		}
	}

	/**
	 * Delete what is too much, but nothing that is being read.
	 */
	void retain() {
		this.retention.excess(this.catalog.all(), this.clock.instant())
			.forEach((stored) -> this.catalog.deleteUnlessRead(stored.id()));
	}

}
