package com.example.names.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Writes names to a buffer outside the heap, from which they are sent to an audit.
 * <p>
 * This is the fault: buffers wait to be sent for ever, and no collection frees them. The
 * heap looks fine.
 */
@Component("names")
@Profile("10-direct-buffer-leak")
class DirectBufferNames implements Names {

	private static final int BUFFER_BYTES = 32 * 1024;

	private final Queue<ByteBuffer> unsent = new ConcurrentLinkedQueue<>();

	private final Names names;

	private final LeakRate audited;

	DirectBufferNames(Words words, LeakRate audited) {
		this.names = new CountingNames(words);
		this.audited = audited;
	}

	@Override
	public String name() {
		String name = this.names.name();
		if (this.audited.isDue()) {
			this.unsent.add(ByteBuffer.allocateDirect(BUFFER_BYTES).put(name.getBytes(StandardCharsets.UTF_8)).flip());
		}
		return name;
	}

}
