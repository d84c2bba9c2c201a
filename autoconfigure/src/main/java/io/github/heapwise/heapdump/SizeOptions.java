package io.github.heapwise.heapdump;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Options of the JVM without which sizes of objects cannot be told from a dump.
 */
final class SizeOptions {

	static final List<String> NAMES = List.of("UseCompressedOops", "UseCompressedClassPointers",
			"UseCompactObjectHeaders", "ObjectAlignmentInBytes", "MaxHeapSize", "UseSerialGC", "UseParallelGC",
			"UseG1GC", "UseZGC", "UseShenandoahGC", "UseEpsilonGC");

	private SizeOptions() {
	}

	/**
	 * Read them.
	 * @return values by name, of those that this JVM knows
	 */
	static Map<String, String> read() {
		Map<String, String> options = new TreeMap<>();
		HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		if (bean != null) {
			NAMES.forEach((name) -> {
				String value = value(bean, name);
				if (value != null) {
					options.put(name, value);
				}
			});
		}
		return options;
	}

	private static @Nullable String value(HotSpotDiagnosticMXBean bean, String name) {
		try {
			return bean.getVMOption(name).getValue();
		}
		catch (IllegalArgumentException ex) {
			// not an option of this version
			return null;
		}
	}

}
