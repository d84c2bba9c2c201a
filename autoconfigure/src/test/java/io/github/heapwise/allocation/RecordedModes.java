package io.github.heapwise.allocation;

import java.util.Map;

import jdk.jfr.consumer.RecordingStream;

/**
 * Switches the events of Heapwise on and off, with or without stacks, as
 * {@link AllocationEventStream} does.
 */
final class RecordedModes implements AutoCloseable {

	private final RecordingStream stream = new RecordingStream();

	RecordedModes() {
		this.stream.setMaxSize(16 << 20);
		off();
		this.stream.startAsync();
	}

	void off() {
		Map<String, String> settings = EventSettings.of(SamplingMode.ALL, false);
		settings.replaceAll((name, value) -> name.endsWith("#enabled") ? "false" : value);
		this.stream.setSettings(settings);
	}

	void withoutStack() {
		this.stream.setSettings(EventSettings.of(SamplingMode.ALL_SLICED, false));
	}

	void withStack() {
		this.stream.setSettings(EventSettings.of(SamplingMode.ALL, false));
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
