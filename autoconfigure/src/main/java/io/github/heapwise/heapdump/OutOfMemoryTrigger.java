package io.github.heapwise.heapdump;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM write a dump when it runs out of memory for the first time. What the user
 * told the JVM about such dumps stays as it is.
 */
final class OutOfMemoryTrigger implements AutomaticTrigger {

	private static final String SWITCH = "HeapDumpOnOutOfMemoryError";

	private static final String PATH = "HeapDumpPath";

	// The last three decide what is written to the path, and when.
	private static final List<String> OPTIONS = List.of(SWITCH, PATH, "HeapDumpBeforeFullGC", "HeapDumpAfterFullGC",
			"HeapDumpGzipLevel");

	private static final Set<String> OFF = Set.of("", "false", "0");

	private final OutOfMemoryTarget target;

	private final Consumer<String> log;

	private @Nullable Path path;

	/**
	 * Create a trigger that does nothing yet.
	 * @param target where the JVM is to write
	 * @param log told in a sentence what does not work
	 */
	OutOfMemoryTrigger(OutOfMemoryTarget target, Consumer<String> log) {
		this.target = target;
		this.log = log;
	}

	@Override
	public synchronized void start() {
		String reason = reasonAgainst();
		if (reason != null) {
			this.log.accept("'heapwise.heapdump.on-out-of-memory' has no effect: " + reason);
		}
	}

	@Override
	public synchronized void close() {
		HotSpotDiagnosticMXBean jvm = jvm();
		Path file = this.path;
		this.path = null;
		if (jvm != null && file != null && jvm.getVMOption(PATH).getValue().equals(file.toString())) {
			jvm.setVMOption(SWITCH, "false");
			jvm.setVMOption(PATH, "");
			withdraw();
		}
	}

	private void withdraw() {
		try {
			this.target.withdraw();
		}
		catch (IOException | RuntimeException ex) {
			this.log.accept("What was prepared for a heap dump when out of memory stays: " + ex.getMessage());
		}
	}

	private @Nullable String reasonAgainst() {
		HotSpotDiagnosticMXBean jvm = jvm();
		if (jvm == null) {
			return "this JVM has no options that can be set while it runs";
		}
		for (String name : OPTIONS) {
			VMOption option = jvm.getVMOption(name);
			if (isSet(option)) {
				return "the JVM option '%s' is '%s' already and stays so. Remove it from the command line to have the dump kept with the others"
					.formatted(name, option.getValue());
			}
		}
		return set(jvm);
	}

	private @Nullable String set(HotSpotDiagnosticMXBean jvm) {
		try {
			Path file = this.target.prepare();
			jvm.setVMOption(PATH, file.toString());
			jvm.setVMOption(SWITCH, "true");
			this.path = file;
			return null;
		}
		catch (IOException | RuntimeException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	// What another instance of us has reset keeps the origin 'MANAGEMENT'.
	private static boolean isSet(VMOption option) {
		boolean ours = option.getOrigin() == Origin.DEFAULT || option.getOrigin() == Origin.MANAGEMENT;
		return !ours || !OFF.contains(option.getValue());
	}

	private static @Nullable HotSpotDiagnosticMXBean jvm() {
		return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
	}

}
