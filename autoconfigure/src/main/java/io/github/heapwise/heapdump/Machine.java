package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What dumps are taken on. Earlier ones tell about later ones if it is the same.
 *
 * @param jvm name and version of the JVM
 * @param host name of the host, {@code unknown} where it cannot be had without asking the
 * network
 */
record Machine(String jvm, String host) {

	static Machine current() {
		return new Machine(DumpText.of(System.getProperty("java.vm.name") + " " + Runtime.version()),
				DumpText.of(hostName()));
	}

	boolean took(DumpFacts facts) {
		return facts.jvm().equals(this.jvm) && facts.host().equals(this.host);
	}

	private static String hostName() {
		try {
			return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
		}
		catch (IOException ex) {
			return System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", "unknown"));
		}
	}

}
