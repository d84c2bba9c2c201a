package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;

import com.example.leak.LeakingApplication;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for suspects and threads of a JVM that leaks.
 */
class SuspectsIntegrationTests {

	@TempDir
	private static Path directory;

	@BeforeAll
	static void dump() throws IOException {
		ChildJvm.Result child = ChildJvm.running(LeakingApplication.class)
			.with("-Xmx256m")
			.run(file("start").toString(), file("before").toString(), file("after").toString());
		assertThat(child.exitValue()).as(child.output()).isZero();
		for (String name : new String[] { "start", "before", "after" }) {
			HeapAnalysis.run(file(name), 1, CancelSignal.NEVER, (ratio) -> {
			});
		}
	}

	@Test
	void applicationThatHasDoneNothingHasNoSuspect() throws IOException {
		try (IndexedHeapViews start = open("start")) {
			assertThat(start.suspects(null).suspects()).isEmpty();
		}
	}

	@Test
	void firstSuspectIsTheGrowingMap() throws IOException {
		try (IndexedHeapViews after = open("after")) {
			Suspect suspect = after.suspects(null).suspects().get(0);
			assertThat(suspect.sentence()).startsWith("One 'java.util.concurrent.ConcurrentHashMap$KeySetView' held by "
					+ "field 'taken' of 'com.example.leak.LeakingApplication$Names' retains ");
			assertThat(suspect.held().get(0).className()).isEqualTo("java.util.concurrent.ConcurrentHashMap$Node");
			assertThat(suspect.held().get(0).objects()).isEqualTo(2L * LeakingApplication.NAMES);
		}
	}

	@Test
	void suspectHasGrownByWhatWasAdded() throws IOException {
		try (IndexedHeapViews before = open("before"); IndexedHeapViews after = open("after")) {
			Suspect suspect = after.suspects(before).suspects().get(0);
			assertThat(suspect.growth().deltaObjects()).isBetween((long) LeakingApplication.NAMES,
					LeakingApplication.NAMES + 1000L);
			assertThat(suspect.growth().deltaBytes()).isGreaterThan(80L * LeakingApplication.NAMES);
			assertThat(suspect.growth().millis()).isPositive();
		}
	}

	@Test
	void mainThreadHasItsFramesWithWhatTheyHold() throws IOException {
		try (IndexedHeapViews after = open("after")) {
			ThreadRow main = after.threads(new TableQuery(1, 10, "name", true, "main")).rows().get(0);
			assertThat(main.object().value()).isEqualTo("main");
			assertThat(main.daemon()).isFalse();
			ThreadRow.Frame frame = main.frames().get(main.frames().size() - 1);
			assertThat(frame.method()).isEqualTo("com.example.leak.LeakingApplication.main");
			assertThat(frame.location()).startsWith("LeakingApplication.java:");
			assertThat(frame.locals()).extracting(ObjectRow::className).contains("java.util.ArrayList");
		}
	}

	private static IndexedHeapViews open(String name) throws IOException {
		return IndexedHeapViews.open(file(name), false);
	}

	private static Path file(String name) {
		return directory.resolve(name + ".hprof");
	}

}
