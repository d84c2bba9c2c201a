package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps objects until the heap is full.
 */
final class ExhaustedApplication {

	private static final List<byte[]> KEPT = new ArrayList<>();

	private ExhaustedApplication() {
	}

	public static void main(String[] args) {
		TriggeredDumps dumps = TriggeredDumps.onOutOfMemory(Path.of(args[0]));
		dumps.log.forEach((sentence) -> System.out.println("sentence=" + sentence));
		while (true) {
			KEPT.add(new byte[1 << 20]);
		}
	}

}
