package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Announcements}.
 */
class AnnouncementsTests {

	private final List<String> problems = new ArrayList<>();

	private final List<HeapDump> ended = new ArrayList<>();

	@TempDir
	private Path directory;

	@Test
	void aListenerThatFailsWithAnErrorKeepsNoOtherFromBeingTold() {
		DumpListener failing = (dump) -> {
			throw new StackOverflowError("too deep");
		};
		StoredDump stored = DumpsUnderTest.stored(1, "20260102-030405-abcdef", DumpsUnderTest.facts(Instant.EPOCH, 42));
		announcements(failing, this.ended::add).ready(stored);
		assertThat(this.ended).containsExactly(stored.dump());
		assertThat(this.problems)
			.containsExactly("A listener of heap dumps failed: java.lang.StackOverflowError: too deep");
	}

	private Announcements announcements(DumpListener... listeners) {
		DumpCatalog catalog = new DumpCatalog(new DumpDirectory(this.directory));
		DumpCopies none = new DumpCopies(List.of(), catalog, (lease) -> {
			throw new IllegalStateException("Nothing is to be copied");
		}, this.problems::add);
		return new Announcements(List.of(listeners), none, (stored) -> {
		}, this.problems::add);
	}

}
