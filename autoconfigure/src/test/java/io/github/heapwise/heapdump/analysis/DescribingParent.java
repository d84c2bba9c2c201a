package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Prints what a process that analyses says of itself. Argument: the dump.
 */
final class DescribingParent {

	private DescribingParent() {
	}

	public static void main(String[] args) throws IOException {
		Path dump = Path.of(args[0]);
		ChildAnalyzerIntegrationTests.analyzer(ChildCommand.ofThisJvm())
			.analyse(dump, Files.createFile(dump.resolveSibling("jar")), CancelSignal.NEVER, (ratio) -> {
			});
		System.out.println(Files.readString(dump));
	}

}
