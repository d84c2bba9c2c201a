package io.github.heapwise.heapdump;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.heapdump.DumpsUnderTest.Writing;
import org.awaitility.Awaitility;

/**
 * Takes dumps and may not survive it. Arguments: the directory, and what happens.
 */
final class DumpingApplication {

	private static final int KEPT_BLOCKS = 1500;

	private final Path directory;

	private final DumpsUnderTest under;

	private DumpingApplication(Path directory) {
		this.directory = directory;
		this.under = new DumpsUnderTest(directory);
	}

	public static void main(String[] args) throws IOException {
		DumpingApplication application = new DumpingApplication(Path.of(args[0]));
		switch (args[1]) {
			case "killed-while-dumping" -> application.dumpAndBeKilled();
			case "killed-while-redacting" -> application.redactAndBeKilled();
			case "waiting" -> application.dumpWhenAllowed(Path.of(args[2]));
			default -> application.dump();
		}
		System.exit(0);
	}

	private void dump() {
		try (LocalHeapDumps dumps = this.under.ofThisJvm()) {
			HeapDump dump = DumpsUnderTest.take(dumps);
			System.out.println("state=" + dump.state());
			System.out.println("failure=" + dump.failure());
			System.out.println("alive=" + dumps.all().contains(dump));
		}
	}

	private void dumpAndBeKilled() throws IOException {
		List<byte[]> kept = new ArrayList<>();
		for (int i = 0; i < KEPT_BLOCKS; i++) {
			kept.add(new byte[100_000]);
		}
		// The JVM cannot do it itself: it stands still.
		new ProcessBuilder("sh", "-c",
				"until find '%s' -name '*.tmp.hprof*' -size +2000k | grep -q .; do :; done; kill -9 %d"
					.formatted(this.directory, ProcessHandle.current().pid()))
			.start();
		try (LocalHeapDumps dumps = this.under.ofThisJvm()) {
			DumpsUnderTest.take(dumps);
		}
		System.out.println("survived=" + kept.size());
	}

	private void redactAndBeKilled() {
		try (LocalHeapDumps dumps = this.under.redactAtCapture((file, cancel) -> new DeadlyRedaction(Files.size(file)))
			.written("secret 42 ".repeat(100_000))) {
			DumpsUnderTest.take(dumps);
		}
		System.out.println("survived=true");
	}

	private void dumpWhenAllowed(Path permit) {
		try (LocalHeapDumps dumps = this.under.with(Writing.of((file, live) -> {
			Files.writeString(file, "text");
			Awaitility.await().until(() -> Files.exists(permit));
		}))) {
			System.out.println("state=" + DumpsUnderTest.take(dumps).state());
		}
	}

	private static void kill() throws IOException {
		try {
			new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start().waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Ends the process when half of it has been read.
	 */
	private record DeadlyRedaction(long length) implements RedactedDump {

		@Override
		public InputStream open() {
			byte[] half = new byte[(int) (this.length / 2)];
			return new FilterInputStream(new ByteArrayInputStream(half)) {

				@Override
				public int read(byte[] buffer, int offset, int count) throws IOException {
					int read = super.read(buffer, offset, count);
					if (read < 0) {
						kill();
					}
					return read;
				}

			};
		}

	}

}
