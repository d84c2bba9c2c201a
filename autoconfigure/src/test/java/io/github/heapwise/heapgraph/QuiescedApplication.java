package io.github.heapwise.heapgraph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds objects of many shapes, and while it waits has its JVM print a histogram of live
 * objects and dump them, so that both see the same. Arguments: where to write the
 * histogram, and the dump.
 */
final class QuiescedApplication {

	private static final List<Object> HELD = new ArrayList<>();

	private QuiescedApplication() {
	}

	public static void main(String[] args) throws Exception {
		hold();
		// What is cleaned up after a first collection is gone by the second.
		run(args[0], args[1]);
		Path.of(args[1]).toFile().delete();
		run(args[0], args[1]);
	}

	private static void hold() {
		Map<Object, Object> map = new HashMap<>();
		for (int i = 0; i < 5000; i++) {
			map.put("key " + i, (i % 3 == 0) ? new Narrow() : (i % 3 == 1) ? new Wide() : Integer.valueOf(i));
		}
		HELD.add(map);
		for (int i = 0; i < 100; i++) {
			HELD.addAll(List.of(new boolean[i], new byte[i], new short[i], new char[i], new int[i], new long[i],
					new float[i], new double[i], new Object[i], new Narrow[i][2]));
		}
		Runnable lambda = () -> HELD.add(map);
		HELD.add(lambda);
		HELD.add(new byte[3_000_000]);
	}

	private static void run(String histogram, String dump) throws Exception {
		String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd") + " " + ProcessHandle.current().pid();
		Process shell = new ProcessBuilder("sh", "-c", jcmd + " GC.class_histogram > " + histogram + " && " + jcmd
				+ " GC.class_histogram > " + histogram + " && " + jcmd + " GC.heap_dump " + dump)
			.inheritIO()
			.start();
		if (shell.waitFor() != 0) {
			throw new IllegalStateException("jcmd has failed");
		}
	}

	private static class Narrow {

		private final byte first = 1;

		@Override
		public String toString() {
			return "narrow " + this.first;
		}

	}

	private static final class Wide extends Narrow {

		private final long second = 2;

		private final Object third = this;

		private final boolean fourth = true;

		@Override
		public String toString() {
			return "wide " + this.second + this.third + this.fourth;
		}

	}

}
