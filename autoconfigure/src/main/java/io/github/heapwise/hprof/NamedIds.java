package io.github.heapwise.hprof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Recognizes a few names among all texts of a dump and remembers their ids.
 */
final class NamedIds {

	// HotSpot has one id for a text. Whoever has more only gets more redacted.
	private static final int MAX_IDS = 1 << 16;

	private final Map<String, String> namesByText = new HashMap<>();

	private final Map<Long, String> namesById = new HashMap<>();

	private int longestText;

	/**
	 * Know what to look for.
	 * @param names names, those of classes with dots
	 */
	NamedIds(Collection<String> names) {
		for (String name : names) {
			this.namesByText.put(name, name);
			this.namesByText.put(name.replace('.', '/'), name);
			this.longestText = Math.max(this.longestText, name.getBytes(StandardCharsets.UTF_8).length);
		}
	}

	/**
	 * Look at a text.
	 * @param reader at {@link HprofElement#UTF8}
	 */
	void learn(HprofReader reader) throws IOException {
		if (reader.bodyBytes() <= this.longestText && this.namesById.size() < MAX_IDS) {
			String text = new String(reader.body().bytes((int) reader.bodyBytes()), StandardCharsets.UTF_8);
			String name = this.namesByText.get(text);
			if (name != null) {
				this.namesById.put(reader.id(), name);
			}
		}
	}

	@Nullable String nameOf(long id) {
		return this.namesById.get(id);
	}

}
