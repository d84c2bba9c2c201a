package io.github.heapwise.heapdump;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Takes and keeps dumps of the heap, one at a time. Inject it to take one from the
 * application's code.
 * <p>
 * Safe for use from any thread. Nothing here waits for a dump to be written.
 */
public interface HeapDumps {

	/**
	 * Ask for a dump of everything in the heap.
	 * @param reason why, kept with the dump
	 * @return the dump, queued
	 * @throws HeapDumpRefusedException if there is not going to be one
	 */
	default HeapDump request(String reason) {
		return request(new DumpOrder(DumpTrigger.API, reason, false));
	}

	/**
	 * Ask for a dump.
	 * @param order what is wished for
	 * @return the dump, queued
	 * @throws HeapDumpRefusedException if there is not going to be one
	 */
	HeapDump request(DumpOrder order);

	/**
	 * Return what a dump would cost now.
	 * @param live whether of reachable objects only
	 * @return the estimate
	 */
	DumpEstimate estimate(boolean live);

	/**
	 * Return all dumps, also those that failed since the start.
	 * @return the newest first
	 */
	List<HeapDump> all();

	/**
	 * Return a dump.
	 * @param id its id, of any length and content
	 * @return the dump, empty if there is none of this id
	 */
	Optional<HeapDump> find(String id);

	/**
	 * Return whether this process took a dump. Others keep theirs in the same directory
	 * if it is theirs as well.
	 * @param id its id, of any length and content
	 * @return whether it did; {@code false} for one that is not finished
	 */
	boolean isOwn(String id);

	/**
	 * Delete a dump, or cancel it while it is queued. A dump that the JVM is writing
	 * cannot be stopped: it is deleted as soon as it is written. One that is being read
	 * goes when its last reader is done.
	 * @param id its id, of any length and content
	 * @return whether there was one
	 */
	boolean delete(String id);

	/**
	 * Open a finished dump for reading.
	 * @param id its id, of any length and content
	 * @param raw whether with the values in it; one that was redacted when it was taken
	 * has none
	 * @return the content, empty if there is no finished dump of this id
	 * @throws IOException if it cannot be read
	 */
	Optional<DumpContent> open(String id, boolean raw) throws IOException;

}
