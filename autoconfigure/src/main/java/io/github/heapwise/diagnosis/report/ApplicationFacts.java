package io.github.heapwise.diagnosis.report;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.github.heapwise.jvm.CollectorName;

/**
 * What is reported on.
 *
 * @param name name of the application
 * @param pid number of its process
 * @param jvm the JVM and its version
 * @param operatingSystem the operating system and its architecture
 * @param collector the collector, by the name people call it
 * @param processors processors it may use
 * @param heapMaxBytes what the heap may grow to
 * @param started when the JVM started
 */
public record ApplicationFacts(String name, long pid, String jvm, String operatingSystem, String collector,
		int processors, long heapMaxBytes, Instant started) {

	/**
	 * Return those of this JVM. No host names, no arguments: reports are sent around.
	 * @param name name of the application
	 * @return the facts
	 */
	public static ApplicationFacts ofThisJvm(String name) {
		RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
		return new ApplicationFacts(name, runtime.getPid(),
				"%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.version")),
				"%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
				CollectorName.ofThisJvm(), Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory(),
				Instant.ofEpochMilli(runtime.getStartTime()).truncatedTo(ChronoUnit.SECONDS));
	}

}
