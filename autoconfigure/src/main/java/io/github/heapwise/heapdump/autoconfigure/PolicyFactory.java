package io.github.heapwise.heapdump.autoconfigure;

import java.util.List;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.endpoint.HeapDumpPolicy;
import io.github.heapwise.heapdump.endpoint.HeapDumpPolicy.StoreLimits;
import io.github.heapwise.heapdump.endpoint.TriggerDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;

/**
 * Says what the user permits, what asks for dumps, and how to turn on the rest.
 *
 * @param properties what may be taken and what is kept
 * @param triggers what asks for dumps
 */
record PolicyFactory(HeapDumpProperties properties, HeapDumpTriggerProperties triggers) {

	private static final String PREFIX = "heapwise.heapdump.";

	HeapDumpPolicy create(@Nullable EndpointAccessResolver access) {
		return new HeapDumpPolicy(this.properties.rawDownload(), this.properties.showValues(),
				this.properties.isRedactedAtCapture(), limits(), describe(access != null && isWritable(access)));
	}

	private static boolean isWritable(EndpointAccessResolver access) {
		return access.accessFor(HeapwiseEndpoint.HEAP_DUMPS.id(), Access.NONE) == Access.UNRESTRICTED;
	}

	private StoreLimits limits() {
		HeapDumpProperties.Retention retention = this.properties.retention();
		return new StoreLimits(retention.count(), retention.size().toBytes(), retention.age().toMillis());
	}

	private List<TriggerDescriptor> describe(boolean http) {
		return List.of(
				new TriggerDescriptor(DumpTrigger.HTTP.id(), http, OnNamedAccessCondition.PROPERTY + "=unrestricted"),
				trigger(DumpTrigger.API, true, "enabled=true"),
				trigger(DumpTrigger.THRESHOLD, this.triggers.threshold().isOn(), "threshold.old-ratio=0.9"),
				trigger(DumpTrigger.SCHEDULE, this.triggers.cron() != null, "cron=0 0 3 * * *"),
				trigger(DumpTrigger.SIGNAL, this.triggers.signal() != null, "signal=USR1"),
				trigger(DumpTrigger.OUT_OF_MEMORY, this.triggers.onOutOfMemory(), "on-out-of-memory=true"));
	}

	private static TriggerDescriptor trigger(DumpTrigger trigger, boolean enabled, String property) {
		return new TriggerDescriptor(trigger.id(), enabled, PREFIX + property);
	}

}
