package io.github.heapwise.memory.endpoint;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Representations of what the process holds. JSON comes last: of several that a client
 * accepts equally, the last is chosen.
 */
public enum MemoryFormat implements Producible<MemoryFormat> {

	/**
	 * One screen of a terminal.
	 */
	TEXT(MimeTypeUtils.TEXT_PLAIN),

	/**
	 * Everything.
	 */
	JSON(MimeTypeUtils.APPLICATION_JSON);

	private final MimeType produced;

	MemoryFormat(MimeType produced) {
		this.produced = produced;
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.produced;
	}

}
