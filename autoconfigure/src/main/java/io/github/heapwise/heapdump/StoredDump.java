package io.github.heapwise.heapdump;

import java.util.Comparator;

/**
 * A dump as its metadata has it.
 *
 * @param sequence tells which is older, whatever the clock did in between
 * @param owner token of the process that took it
 * @param dump the dump
 * @param facts what is known of it
 */
record StoredDump(long sequence, String owner, HeapDump dump, DumpFacts facts) {

	static final Comparator<StoredDump> NEWEST_FIRST = Comparator.comparingLong(StoredDump::sequence)
		.thenComparing(StoredDump::id)
		.reversed();

	String id() {
		return this.dump.id();
	}

	StoredDump withCopyFailure(String copyFailure) {
		return of(this.sequence, this.owner, this.dump, this.facts.withCopyFailure(copyFailure));
	}

	/**
	 * Make a dump of what is known.
	 * @param sequence its number
	 * @param owner token of the process
	 * @param wish the dump in any state
	 * @param facts what is known of it
	 * @return a dump that is ready
	 */
	static StoredDump of(long sequence, String owner, HeapDump wish, DumpFacts facts) {
		return new StoredDump(sequence, owner, new HeapDump(wish.id(), wish.trigger(), wish.reason(), wish.live(),
				wish.requestedAt(), DumpState.READY, 1, wish.estimate(), facts, null), facts);
	}

}
