package io.github.heapwise.allocation.endpoint;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Representations of an allocation profile. JSON comes last: of several that a client
 * accepts equally, the last is chosen.
 */
public enum ProfileFormat implements Producible<ProfileFormat> {

	/**
	 * Folded stacks.
	 */
	FOLDED(MimeTypeUtils.TEXT_PLAIN, MimeType.valueOf("text/plain;charset=UTF-8")),

	/**
	 * Columns in binary.
	 */
	BINARY(MimeType.valueOf("application/vnd.heapwise.profile")),

	/**
	 * The same columns as JSON.
	 */
	JSON(MimeTypeUtils.APPLICATION_JSON);

	private final MimeType produced;

	private final MimeType contentType;

	ProfileFormat(MimeType type) {
		this(type, type);
	}

	ProfileFormat(MimeType produced, MimeType contentType) {
		this.produced = produced;
		this.contentType = contentType;
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.produced;
	}

	MimeType contentType() {
		return this.contentType;
	}

	static ProfileFormat orDefault(@Nullable ProfileFormat format) {
		return (format != null) ? format : JSON;
	}

}
