package io.github.heapwise.diagnosis.autoconfigure;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.diagnosis.ProcessReadings;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.TroubleRecording;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.latency.LatencyMonitor;
import io.github.heapwise.memory.MemoryHistory;
import io.github.heapwise.route.RouteReporter;
import org.jspecify.annotations.Nullable;

/**
 * Where signals come from, {@code null} for each feature that is disabled.
 *
 * @param process what the diagnosis reads itself
 * @param collections collections
 * @param troubles what the collector could not do
 * @param survivors what collections of the old generation leave
 * @param memory numbers of each second
 * @param latency who waits
 * @param routes what requests cost
 * @param allocations who allocates
 * @param dumps heap dumps
 * @param analyses what is known of them
 */
record SignalSources(ProcessReadings process, @Nullable GcMonitor collections, @Nullable TroubleRecording troubles,
		@Nullable SurvivorReports survivors, @Nullable MemoryHistory memory, @Nullable LatencyMonitor latency,
		@Nullable RouteReporter routes, @Nullable AllocationProfiler allocations, @Nullable HeapDumps dumps,
		@Nullable HeapDumpAnalyses analyses) {

}
