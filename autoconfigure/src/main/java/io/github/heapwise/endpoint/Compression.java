package io.github.heapwise.endpoint;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which answers are worth compressing, and who understands it. Profiles are columns of
 * small numbers and repeated names: gzip halves them at least.
 * <p>
 * HTML is left alone: pages are small, and an exported flamegraph holds its profile
 * compressed already.
 */
final class Compression {

	private static final int WORTHWHILE_BYTES = 1024;

	private static final Set<String> TYPES = Set.of("application/vnd.heapwise.profile", "application/json",
			"text/plain", "text/css", "text/javascript", "image/svg+xml");

	private Compression() {
	}

	static boolean isWorthwhile(@Nullable String contentType, long contentLength) {
		boolean tiny = contentLength >= 0 && contentLength < WORTHWHILE_BYTES;
		return !tiny && contentType != null && isCompressible(contentType.toLowerCase(Locale.ROOT));
	}

	private static boolean isCompressible(String contentType) {
		String type = contentType.split(";", 2)[0].strip();
		return TYPES.contains(type) || type.endsWith("+json");
	}

	/**
	 * Whether the client reads gzip.
	 * @param acceptEncoding the header of that name
	 * @return whether it names gzip with a weight above zero
	 */
	static boolean isAccepted(@Nullable String acceptEncoding) {
		if (acceptEncoding == null) {
			return false;
		}
		for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
			String[] parts = coding.split(";", 2);
			if (parts[0].strip().equals("gzip")) {
				return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
			}
		}
		return false;
	}

}
