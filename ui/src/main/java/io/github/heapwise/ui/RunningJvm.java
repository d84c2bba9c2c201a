package io.github.heapwise.ui;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Says which JVM this is, in words for a page.
 */
public final class RunningJvm {

	private static final Map<String, String> COLLECTOR_BY_PREFIX = new LinkedHashMap<>();

	static {
		COLLECTOR_BY_PREFIX.put("G1", "G1");
		COLLECTOR_BY_PREFIX.put("ZGC", "ZGC");
		COLLECTOR_BY_PREFIX.put("Shenandoah", "Shenandoah");
		COLLECTOR_BY_PREFIX.put("PS", "Parallel");
		COLLECTOR_BY_PREFIX.put("Copy", "Serial");
		COLLECTOR_BY_PREFIX.put("Epsilon", "Epsilon");
	}

	private RunningJvm() {
	}

	/**
	 * Describe the application this JVM runs. Asks no name service.
	 * @param name the name of the application
	 * @return the application
	 */
	public static Application describe(String name) {
		List<String> collectors = ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.map(GarbageCollectorMXBean::getName)
			.toList();
		long startMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
		return new Application(name, host(), jvm(System.getProperty("java.vendor.version")), collector(collectors),
				Runtime.getRuntime().maxMemory(), Instant.ofEpochMilli(startMillis).toString());
	}

	private static @Nullable String host() {
		return Stream.of("HOSTNAME", "COMPUTERNAME")
			.map(System::getenv)
			.filter((host) -> host != null && !host.isBlank())
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the JVM by the name people call it, such as {@code Temurin 17.0.15}.
	 * @param vendorVersion the vendor's own version, such as {@code Temurin-17.0.15+6}
	 * @return name and version
	 */
	static String jvm(@Nullable String vendorVersion) {
		String version = System.getProperty("java.version");
		if (vendorVersion == null || vendorVersion.isEmpty() || !Character.isLetter(vendorVersion.charAt(0))) {
			return System.getProperty("java.vendor") + " " + version;
		}
		return vendorVersion.split("[-_ ]", 2)[0] + " " + version;
	}

	/**
	 * Return the collector by the name of its option.
	 * @param beanNames names of the collectors' beans
	 * @return the name, or those of the beans where they are unknown
	 */
	static String collector(List<String> beanNames) {
		return COLLECTOR_BY_PREFIX.entrySet()
			.stream()
			.filter((entry) -> beanNames.stream().anyMatch((name) -> name.startsWith(entry.getKey())))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseGet(() -> String.join(", ", beanNames));
	}

}
