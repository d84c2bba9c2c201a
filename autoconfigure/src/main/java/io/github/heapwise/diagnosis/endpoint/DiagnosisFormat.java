package io.github.heapwise.diagnosis.endpoint;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Representations of a diagnosis. JSON comes last: of several that a client accepts
 * equally, the last is chosen.
 */
public enum DiagnosisFormat implements Producible<DiagnosisFormat> {

	/**
	 * Markdown for a ticket.
	 */
	MARKDOWN(MimeType.valueOf("text/markdown"), MimeType.valueOf("text/markdown;charset=UTF-8")),

	/**
	 * Text for a terminal.
	 */
	TEXT(MimeTypeUtils.TEXT_PLAIN, MimeType.valueOf("text/plain;charset=UTF-8")),

	/**
	 * JSON.
	 */
	JSON(MimeTypeUtils.APPLICATION_JSON, MimeTypeUtils.APPLICATION_JSON);

	private final MimeType produced;

	private final MimeType contentType;

	DiagnosisFormat(MimeType produced, MimeType contentType) {
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

}
