package io.github.heapwise.diagnosis;

/**
 * Numbers over time: each second of the window, requests since ten minutes ago, and those
 * that move slowly each ten seconds since longer ago.
 *
 * @param heapUsedBytes used bytes of the heap
 * @param heapCommittedBytes its size
 * @param residentBytes physical memory of the process
 * @param headroomBytes what is left below the limit
 * @param allocatedBytesPerSecond bytes that all threads allocated
 * @param cpuRatio CPU time of the process, as a ratio of one core
 * @param gcCpuRatio CPU time of the collector's threads, as a ratio of one core
 * @param throttledRatio share of the periods of the container's CPU limit, mostly 100 ms
 * each, in which it was kept from its CPUs
 * @param idleProcessors how many processors of the machine nobody used, those beyond the
 * container included
 * @param requestsPerSecond requests that ended
 * @param threads live platform threads, slow
 * @param directBytes direct buffers, slow
 * @param mappedBytes mapped buffers, slow
 * @param metaspaceBytes metaspace in use, slow
 * @param loadedClasses loaded classes, slow
 * @param openFiles open file descriptors, slow
 * @param openFilesRatio the same as a share of what is allowed, slow
 */
public record Trends(Series heapUsedBytes, Series heapCommittedBytes, Series residentBytes, Series headroomBytes,
		Series allocatedBytesPerSecond, Series cpuRatio, Series gcCpuRatio, Series throttledRatio,
		Series idleProcessors, Series requestsPerSecond, Series threads, Series directBytes, Series mappedBytes,
		Series metaspaceBytes, Series loadedClasses, Series openFiles, Series openFilesRatio) {

}
