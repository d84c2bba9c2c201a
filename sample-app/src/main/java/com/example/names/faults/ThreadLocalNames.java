package com.example.names.faults;

import java.util.ArrayList;
import java.util.List;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Notes what a request does in a trace that belongs to its thread.
 * <p>
 * This is the fault: nobody removes the trace when the request ends, the thread goes back
 * to its pool, and the next request goes on with it.
 */
@Component("names")
@Profile("08-thread-local-leak")
class ThreadLocalNames implements Names {

	private static final ThreadLocal<List<Step>> TRACE = ThreadLocal.withInitial(ArrayList::new);

	private final Names names;

	private final LeakRate sampled;

	ThreadLocalNames(Words words, LeakRate sampled) {
		this.names = new CountingNames(words);
		this.sampled = sampled;
	}

	@Override
	public String name() {
		String name = this.names.name();
		if (this.sampled.isDue()) {
			TRACE.get().add(Step.of(name));
		}
		return name;
	}

	private record Step(String name, byte[] payload) {

		private static final int PAYLOAD_BYTES = 32 * 1024;

		static Step of(String name) {
			return new Step(name, new byte[PAYLOAD_BYTES]);
		}

	}

}
