package io.github.heapwise.diagnosis;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The texts that explain findings at length, in Markdown: what it is, what to try, how to
 * verify that it helped. Each is read from the jar whenever it is asked for.
 */
public final class Explanations {

	private static final List<String> IDS = List.of("allocation-stalls", "bloat", "churn", "class-loader-leak",
			"container-limit", "cpu", "direct-buffers", "evacuation-failure", "event-loop", "explicit-gc", "file-leak",
			"full-collections", "gc-time", "generations", "heap-size", "humongous", "leak", "load", "pauses", "pinning",
			"pools", "stall", "thread-leak", "throttling", "waiting");

	private Explanations() {
	}

	/**
	 * Return the ids of all texts.
	 * @return the ids, in alphabetical order
	 */
	public static List<String> ids() {
		return IDS;
	}

	/**
	 * Return a text.
	 * @param id its id, such as {@code leak}
	 * @return some 150 words, of which the first line is a heading; {@code null} for an
	 * unknown id
	 */
	public static @Nullable String markdown(String id) {
		return IDS.contains(id) ? read("explanations/" + id + ".md") : null;
	}

	private static String read(String resource) {
		try (InputStream in = Explanations.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new FileNotFoundException("Resource '" + resource + "' is missing from the jar");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
