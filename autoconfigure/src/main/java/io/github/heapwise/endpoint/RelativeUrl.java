package io.github.heapwise.endpoint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes URLs relative, so that pages work behind any proxy and below any context path.
 */
public final class RelativeUrl {

	private RelativeUrl() {
	}

	/**
	 * Return the way from one path to another.
	 * @param from decoded path of the page that holds the link; a slash at its end counts
	 * @param to decoded path of the target
	 * @return an encoded URL without a leading slash
	 */
	public static String between(String from, String to) {
		List<String> base = segments(from.substring(0, from.lastIndexOf('/') + 1));
		List<String> target = segments(to);
		int shared = 0;
		while (shared < base.size() && shared < target.size() - 1 && base.get(shared).equals(target.get(shared))) {
			shared++;
		}
		return "../".repeat(base.size() - shared) + target.subList(shared, target.size())
			.stream()
			.map(RelativeUrl::encode)
			.collect(Collectors.joining("/"));
	}

	private static List<String> segments(String path) {
		return Arrays.stream(path.split("/")).filter((segment) -> !segment.isEmpty()).toList();
	}

	/**
	 * Encode a segment of a path, or a name or value of a query.
	 * @param text any text
	 * @return what stands for it in any part of a URL
	 */
	public static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
