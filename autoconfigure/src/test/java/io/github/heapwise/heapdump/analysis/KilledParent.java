package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Is killed while a dump is being analysed. Argument: the dump.
 */
final class KilledParent {

	private KilledParent() {
	}

	public static void main(String[] args) throws IOException {
		Path dump = Path.of(args[0]);
		ChildAnalyzerIntegrationTests.analyzer(ChildCommand.ofThisJvm())
			.analyse(dump, Files.createFile(dump.resolveSibling("jar")), CancelSignal.NEVER, (ratio) -> kill());
	}

	private static void kill() {
		try {
			new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
