package io.github.heapwise.os;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NativeThreads}.
 */
class NativeThreadsTests {

	private static final long TICK_NANOS = 10_000_000;

	private KernelTree tree;

	@BeforeEach
	void tree(@TempDir Path root) {
		this.tree = new KernelTree(root);
	}

	@Test
	void timeIsThatOfTheWantedThreadsSinceTheLastCall() {
		this.tree.thread(10, "GC Thread#0", 500, 50).thread(11, "GC Thread#1", 0, 0).thread(12, "http-8080", 0, 0);
		NativeThreads threads = threads();
		this.tree.thread(10, "GC Thread#0", 503, 51).thread(11, "GC Thread#1", 2, 0).thread(12, "http-8080", 99, 9);
		assertThat(threads.nanosSinceLastCall()).isEqualTo(6 * TICK_NANOS);
		assertThat(threads.nanosSinceLastCall()).isZero();
	}

	@Test
	void threadThatIsNewCountsFromWhenItWasFound() {
		this.tree.thread(10, "GC Thread#0", 0, 0);
		NativeThreads threads = threads();
		this.tree.thread(20, "GC Thread#1", 100, 0);
		threads.look();
		assertThat(threads.nanosSinceLastCall()).isZero();
		this.tree.thread(20, "GC Thread#1", 104, 0);
		assertThat(threads.nanosSinceLastCall()).isEqualTo(4 * TICK_NANOS);
	}

	@Test
	void lookingAgainKeepsWhatThreadsUsedInBetween() {
		this.tree.thread(10, "GC Thread#0", 0, 0);
		NativeThreads threads = threads();
		this.tree.thread(10, "GC Thread#0", 7, 0);
		threads.look();
		assertThat(threads.nanosSinceLastCall()).isEqualTo(7 * TICK_NANOS);
	}

	@Test
	void oddNamesDoNotShiftTheFields() {
		this.tree.thread(10, "GC Thread) S 1 (", 0, 0);
		NativeThreads threads = threads();
		this.tree.thread(10, "GC Thread) S 1 (", 3, 0);
		assertThat(threads.nanosSinceLastCall()).isEqualTo(3 * TICK_NANOS);
	}

	@Test
	void threadWhoseLineIsNotUnderstoodDoesNotCount() {
		this.tree.file("proc/self/task/10/stat", "10 (GC Thread#0) S 1 2\n")
			.file("proc/self/task/11/stat", "garbage")
			.file("proc/self/task/12/stat", "12 (GC Thread#2) S 1 2 3 4 5 6 7 8 9 10 many 0 0\n")
			.file("proc/self/task/13/other", "");
		assertThat(threads().nanosSinceLastCall()).isEqualTo(KernelFile.UNKNOWN);
	}

	@Test
	void timeIsUnknownWhereThereAreNoThreadsToFind() {
		assertThat(threads().nanosSinceLastCall()).isEqualTo(KernelFile.UNKNOWN);
	}

	private NativeThreads threads() {
		return new NativeThreads(this.tree.root(), (name) -> name.startsWith("GC Thread"));
	}

}
