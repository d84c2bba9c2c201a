package io.github.heapwise.calltree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlameGraphHtml}.
 */
class FlameGraphHtmlTests {

	private static final byte[] PROFILE = Hwf1Encoder.encode(Trees.folded("a;B 300"), "{}", false);

	@Test
	void documentIsOneFileThatNeedsNothingElse() {
		String html = FlameGraphHtml.of("Allocations", PROFILE);
		assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("<!--");
		assertThat(html).doesNotContainPattern("<(script|img|iframe|link)[^>]+(src|href)=\"(?!data:)");
		assertThat(html).doesNotContainPattern("(?m)^(import|export) ").doesNotContainPattern("\\bimport\\(");
		assertThat(html).contains("default-src 'none'");
	}

	@Test
	void policyNamesTheOnlyStyleSheetAndTheOnlyScriptByTheirHashes() throws NoSuchAlgorithmException {
		String html = FlameGraphHtml.of("Allocations", PROFILE);
		String style = between(html, "<style>", "</style>");
		String script = between(html, "<script type=\"module\">", "</script>");
		assertThat(between(html, "Content-Security-Policy\" content=\"", "\""))
			.contains("script-src '%s';".formatted(hash(script)), "style-src '%s';".formatted(hash(style)))
			.doesNotContain("unsafe");
		assertThat(html).doesNotContainPattern("<[^>]+ (style|on[a-z]+)=");
	}

	@Test
	void titleIsText() {
		String html = FlameGraphHtml.of("a</title><script>alert(1)</script>&<!-- profile -->", PROFILE);
		assertThat(html)
			.contains("<title>a&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&lt;!-- profile --&gt;</title>");
		assertThat(html).doesNotContain("<script>alert");
	}

	@Test
	void dollarsAndBackslashesInTheTitleStay() {
		assertThat(FlameGraphHtml.of("$1 \\2 ${x}", PROFILE)).contains("<title>$1 \\2 ${x}</title>");
	}

	@Test
	void profileComesBackAsItWentIn() throws IOException {
		assertThat(embedded(FlameGraphHtml.of("t", PROFILE))).isEqualTo(PROFILE);
	}

	@Test
	void namesCannotBreakOutOfTheDocument() throws IOException {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		int node = builder.child(StackTree.ROOT, new Frame("</script><script>alert(1)//", FrameCategory.APPLICATION));
		builder.add(builder.child(node, new Frame("<!-- title -->", FrameCategory.ALLOCATED_CLASS)), 1, 1);
		byte[] profile = Hwf1Encoder.encode(builder.build(), "{\"name\":\"</script>\"}", false);
		String html = FlameGraphHtml.of("t", profile);
		assertThat(count(html, "</script>")).isEqualTo(count(FlameGraphHtml.of("t", PROFILE), "</script>"));
		assertThat(html).doesNotContain("alert(1)");
		assertThat(embedded(html)).isEqualTo(profile);
	}

	private static String between(String html, String start, String end) {
		assertThat(count(html, start)).as(start).isOne();
		int from = html.indexOf(start) + start.length();
		return html.substring(from, html.indexOf(end, from));
	}

	private static String hash(String text) throws NoSuchAlgorithmException {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		return "sha256-" + Base64.getEncoder().encodeToString(digest);
	}

	private static byte[] embedded(String html) throws IOException {
		Matcher profile = Pattern.compile("id=\"profile\">([A-Za-z0-9+/=]+)</script>").matcher(html);
		assertThat(profile.find()).isTrue();
		byte[] zipped = Base64.getDecoder().decode(profile.group(1));
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			return in.readAllBytes();
		}
	}

	private static long count(String text, String part) {
		return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
	}

}
