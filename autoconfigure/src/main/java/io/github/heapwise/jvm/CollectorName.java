package io.github.heapwise.jvm;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Tells the name of the collector as people call it: {@code G1}, {@code Parallel},
 * {@code Serial}, {@code ZGC}, {@code Shenandoah}.
 */
public final class CollectorName {

	static final String SERIAL = "Serial";

	private CollectorName() {
	}

	/**
	 * Return the collector of this JVM.
	 * @return its name, or what the JVM calls it if it is one we do not know
	 */
	public static String ofThisJvm() {
		return of(
				ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName).toList());
	}

	static String of(List<String> beans) {
		String first = beans.isEmpty() ? "none" : beans.get(0);
		if (first.startsWith("G1 ")) {
			return "G1";
		}
		if (first.startsWith("ZGC")) {
			return "ZGC";
		}
		if (first.startsWith("Shenandoah")) {
			return "Shenandoah";
		}
		return switch (first) {
			case "PS Scavenge", "PS MarkSweep" -> "Parallel";
			case "Copy", "MarkSweepCompact" -> SERIAL;
			default -> first;
		};
	}

}
