package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Says what a process that analyses may say. The name of the dump tells what.
 */
final class FakeChild {

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

	private FakeChild() {
	}

	public static void main(String[] args) throws IOException {
		Path dump = Path.of(args[0]);
		switch (dump.getFileName().toString()) {
			case "done" -> System.out.println("progress 0.25\nprogress 0.5\ndone");
			case "failed" -> fail("failed Heap dump 'x' is malformed at offset 31: no record");
			case "noisy" -> noisy();
			case "heapless" -> System.exit(ChildCommand.OUT_OF_MEMORY);
			case "speechless" -> fail("Error: no such thing");
			case "hasty" -> System.out.println("progress 0.9");
			case "torn" -> fail("progress 0.9");
			case "described" -> describe(dump);
			default -> waitForTheEnd(dump);
		}
	}

	private static void noisy() {
		System.out.println("x".repeat(200_000));
		System.err.println("WARNING: something");
		System.out.println("progress not a number\nprogress 7\ndone");
	}

	private static void fail(String line) {
		System.out.println(line);
		System.exit(1);
	}

	private static void describe(Path dump) throws IOException {
		Files.writeString(dump,
				"maxMemory=%d\ntoolOptions=%s\noomScore=%s\nnice=%s\nheader=%s\n".formatted(
						Runtime.getRuntime().maxMemory(), System.getenv("JAVA_TOOL_OPTIONS"), oomScore(), nice(),
						System.getenv("SECRET")));
		System.out.println("done");
	}

	// The parent tells the kernel once this process runs.
	private static String oomScore() throws IOException {
		Path file = Path.of("/proc/self/oom_score_adj");
		String score = Files.readString(file).strip();
		for (long end = System.nanoTime() + PATIENCE_NANOS; !score.equals("1000") && System.nanoTime() < end;) {
			LockSupport.parkNanos(1_000_000);
			score = Files.readString(file).strip();
		}
		return score;
	}

	// man proc: the 19th field, 17 behind the name in parentheses
	private static String nice() throws IOException {
		String stat = Files.readString(Path.of("/proc/self/task/" + ProcessHandle.current().pid() + "/stat"));
		return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16];
	}

	private static void waitForTheEnd(Path dump) throws IOException {
		Files.writeString(dump, String.valueOf(ProcessHandle.current().pid()));
		System.out.println("progress 0.1");
		System.in.read();
	}

}
