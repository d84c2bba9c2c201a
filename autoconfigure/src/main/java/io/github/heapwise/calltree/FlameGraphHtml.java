package io.github.heapwise.calltree;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a profile as one HTML file that needs neither network nor server: the viewer of
 * the pages with the data in it.
 * <p>
 * The template {@code flamegraph.html} says by {@code <!-- include path -->} which style
 * sheets and modules go where. Modules are joined into one script, so their imports of
 * each other and their {@code export}s are dropped. The document's policy names both by
 * their hashes, so nothing else in it can run.
 */
public final class FlameGraphHtml {

	private static final Pattern INCLUDE = Pattern.compile("<!-- include (\\S+) -->");

	private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\R");

	private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");

	private static final Pattern SCRIPT = Pattern.compile("(?s)<script type=\"module\">(.*?)</script>");

	private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

	private FlameGraphHtml() {
	}

	/**
	 * Write a profile.
	 * @param title title of the document
	 * @param profile the profile in the binary form of {@link Hwf1Encoder}
	 * @return the document
	 */
	public static String of(String title, byte[] profile) {
		String document = INCLUDE.matcher(read("flamegraph.html"))
			.replaceAll((include) -> Matcher.quoteReplacement(source(include.group(1))));
		return document.replace("<!-- style hash -->", hash(STYLE, document))
			.replace("<!-- script hash -->", hash(SCRIPT, document))
			.replace("<!-- title -->", escape(title))
			.replace("<!-- profile -->", Base64.getEncoder().encodeToString(gzip(profile)));
	}

	private static String source(String path) {
		String source = read("viewer/" + path);
		return EXPORT.matcher(IMPORT.matcher(source).replaceAll("")).replaceAll("");
	}

	// as a Content-Security-Policy names an inline element
	private static String hash(Pattern element, String document) {
		Matcher matcher = element.matcher(document);
		if (!matcher.find()) {
			throw new IllegalStateException("No element matches '" + element + "' in the template");
		}
		byte[] digest = sha256().digest(matcher.group(1).getBytes(StandardCharsets.UTF_8));
		return "sha256-" + Base64.getEncoder().encodeToString(digest);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	private static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static String read(String resource) {
		try (InputStream in = FlameGraphHtml.class.getResourceAsStream(resource)) {
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
