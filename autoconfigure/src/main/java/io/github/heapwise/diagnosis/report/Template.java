package io.github.heapwise.diagnosis.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with gaps, {@code {{name}}}, from a file of that name. What is filled
 * in as text is escaped.
 */
final class Template {

	private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

	private final String name;

	private final Map<String, Html> valueByGap = new LinkedHashMap<>();

	private Template(String name) {
		this.name = name;
	}

	static Template named(String name) {
		return new Template(name);
	}

	/**
	 * Fill a gap with text.
	 * @param gap name of the gap
	 * @param text any text; shortened to what a title may be
	 * @return this
	 */
	Template with(String gap, String text) {
		return with(gap, Html.line(text));
	}

	Template with(String gap, Html html) {
		this.valueByGap.put(gap, html);
		return this;
	}

	Html fill() {
		return new Html(GAP.matcher(read(this.name + ".html").stripTrailing())
			.replaceAll((gap) -> Matcher.quoteReplacement(value(gap.group(1)).markup())));
	}

	private Html value(String gap) {
		Html value = this.valueByGap.get(gap);
		if (value == null) {
			throw new IllegalStateException("Nothing fills '%s' of '%s.html'".formatted(gap, this.name));
		}
		return value;
	}

	static String read(String resource) {
		try (InputStream in = Template.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new FileNotFoundException("Resource '" + resource + "' is missing from the jar");
			}
			// a browser hashes LF, whatever a checkout made of it
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
