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

	/**
	 * The actuator's own JSON type, for operations to produce as well: a client may ask
	 * for nothing else.
	 */
	public static final String ACTUATOR_JSON_TYPE = "application/vnd.spring-boot.actuator.v3+json";

	private static final MimeType ACTUATOR_JSON = MimeType.valueOf(ACTUATOR_JSON_TYPE);

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
	 * @param format the representation, {@code null} for the actuator's own JSON type
	 * @param text makes the text
	 * @param json makes the JSON
	 * @return the answer
	 */
	public static WebEndpointResponse<?> respond(@Nullable TextOrJson format, Supplier<String> text,
			Supplier<? extends OperationResponseBody> json) {
		if (format == TEXT) {
			return new WebEndpointResponse<>(text.get(), UTF8_TEXT);
		}
		return new WebEndpointResponse<>(json.get(), (format != null) ? format.produced : ACTUATOR_JSON);
	}

}
