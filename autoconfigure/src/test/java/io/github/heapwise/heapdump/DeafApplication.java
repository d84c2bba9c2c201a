package io.github.heapwise.heapdump;

import java.nio.file.Path;

/**
 * Wants a dump on a signal and prints what is said to that.
 */
final class DeafApplication {

	private DeafApplication() {
	}

	public static void main(String[] args) {
		try (TriggeredDumps dumps = TriggeredDumps.onSignal(Path.of(args[0]), "USR1")) {
			System.out.println("log=" + dumps.log);
		}
	}

}
