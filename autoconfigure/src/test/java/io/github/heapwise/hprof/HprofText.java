package io.github.heapwise.hprof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Prints what a reader reads: one line an element, ids in hexadecimal.
 */
final class HprofText {

	private HprofText() {
	}

	static List<String> of(HprofReader reader) throws IOException {
		List<String> lines = new ArrayList<>();
		for (HprofElement element = reader.next(); element != null; element = reader.next()) {
			lines.add(element + values(element, reader));
		}
		return lines;
	}

	private static String values(HprofElement element, HprofReader reader) throws IOException {
		return switch (element) {
			case UTF8 -> " %x '%s'".formatted(reader.id(),
					new String(reader.body().bytes((int) reader.bodyBytes()), StandardCharsets.UTF_8));
			case LOAD_CLASS -> " %d %x %x".formatted(reader.serial(), reader.id(), reader.nameId());
			case FRAME -> " %x method %x signature %x source %x class %d line %d".formatted(reader.id(),
					reader.nameId(), reader.signatureId(), reader.sourceId(), reader.serial(), reader.number());
			case TRACE -> " %d thread %d frames %d: %s".formatted(reader.serial(), reader.threadSerial(),
					reader.count(), body(reader));
			case START_THREAD -> " %d %x".formatted(reader.serial(), reader.id());
			case OTHER -> " %02x: %s".formatted(reader.tag(), body(reader));
			case SEGMENT -> "";
			case ROOT -> " %02x %x thread %d number %d".formatted(reader.tag(), reader.id(), reader.threadSerial(),
					reader.number());
			case CLASS -> " %x below %x".formatted(reader.id(), reader.superId());
			case CONSTANT -> " type %d: %s".formatted(reader.type(), body(reader));
			case STATIC_FIELD -> " %x type %d: %s".formatted(reader.nameId(), reader.type(), body(reader));
			case INSTANCE_FIELD -> " %x type %d".formatted(reader.nameId(), reader.type());
			case INSTANCE -> " %x of %x: %s".formatted(reader.id(), reader.classId(), body(reader));
			case OBJECT_ARRAY ->
				" %x of %x length %d: %s".formatted(reader.id(), reader.classId(), reader.count(), body(reader));
			case PRIMITIVE_ARRAY ->
				" %x type %d length %d: %s".formatted(reader.id(), reader.type(), reader.count(), body(reader));
		};
	}

	private static String body(HprofReader reader) throws IOException {
		return HexFormat.of().formatHex(reader.body().bytes((int) reader.bodyBytes()));
	}

}
