package io.github.heapwise.endpoint;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Representations of what people read in a terminal as well. JSON comes last: of several
 * that a client accepts equally, the last is chosen.
 */
public enum TextOrJson implements Producible<TextOrJson> {

	/**
	 * Text for a terminal.
	 */
	TEXT(MimeTypeUtils.TEXT_PLAIN),

	/**
	 * JSON.
	 */
	JSON(MimeTypeUtils.APPLICATION_JSON);

	private static final MimeType UTF8_TEXT = MimeType.valueOf("text/plain;charset=UTF-8");

	private final MimeType produced;

	TextOrJson(MimeType produced) {
		this.produced = produced;
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.produced;
	}

	/**
	 * Answer in the representation that was asked for.
	 * @param format the representation, {@code null} for JSON
	 * @param text makes the text
	 * @param json makes the JSON
	 * @return the answer
	 */
	public static WebEndpointResponse<?> respond(@Nullable TextOrJson format, Supplier<String> text,
			Supplier<? extends OperationResponseBody> json) {
		return (format == TEXT) ? new WebEndpointResponse<>(text.get(), UTF8_TEXT)
				: new WebEndpointResponse<>(json.get());
	}

}
