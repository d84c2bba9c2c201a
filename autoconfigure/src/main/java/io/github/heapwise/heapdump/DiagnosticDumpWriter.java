package io.github.heapwise.heapdump;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Has HotSpot write the heap.
 */
final class DiagnosticDumpWriter implements DumpWriter {

	private final @Nullable HotSpotDiagnosticMXBean bean = ManagementFactory
		.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

	@Override
	public @Nullable String unavailableReason() {
		return (this.bean != null) ? null : "Heap dumps cannot be taken: '%s' has no HotSpotDiagnosticMXBean"
			.formatted(System.getProperty("java.vm.name"));
	}

	@Override
	public void write(Path file, boolean live) throws IOException {
		if (this.bean == null) {
			throw new IOException(unavailableReason());
		}
		this.bean.dumpHeap(file.toString(), live);
	}

}
