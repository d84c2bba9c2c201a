package io.github.heapwise.heapdump.autoconfigure;

import java.util.List;

import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.endpoint.TriggerDescriptor;

/**
 * Which triggers are on, and how the user turns on the others.
 */
final class Triggers {

	private static final String PREFIX = "heapwise.heapdump.";

	private Triggers() {
	}

	static List<TriggerDescriptor> describe(HeapDumpTriggerProperties properties, boolean http) {
		return List.of(
				new TriggerDescriptor(DumpTrigger.HTTP.id(), http, OnNamedAccessCondition.PROPERTY + "=unrestricted"),
				new TriggerDescriptor(DumpTrigger.API.id(), true, PREFIX + "enabled=true"),
				trigger(DumpTrigger.THRESHOLD, properties.threshold().isOn(), "threshold.old-ratio=0.9"),
				trigger(DumpTrigger.SCHEDULE, properties.cron() != null, "cron=0 0 3 * * *"),
				trigger(DumpTrigger.SIGNAL, properties.signal() != null, "signal=USR1"),
				trigger(DumpTrigger.OUT_OF_MEMORY, properties.onOutOfMemory(), "on-out-of-memory=true"));
	}

	private static TriggerDescriptor trigger(DumpTrigger trigger, boolean enabled, String property) {
		return new TriggerDescriptor(trigger.id(), enabled, PREFIX + property);
	}

}
