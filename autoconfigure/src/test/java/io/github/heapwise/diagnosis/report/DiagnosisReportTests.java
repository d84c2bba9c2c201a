package io.github.heapwise.diagnosis.report;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.WrittenDiagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosisReport}.
 */
class DiagnosisReportTests {

	private final DiagnosisReport report = new DiagnosisReport(ReportedApplication.FACTS,
			(span) -> ReportedApplication.profile("com.acme.Cart.total", 4096));

	@Test
	void tellsEverythingThatTheRulesSay() {
		String text = parse(this.report.of(WrittenDiagnosis.of("GET / waits"))).getDocumentElement().getTextContent();
		assertThat(text).contains("GET / waits", "orders", "4711", "Linux amd64", "512 MiB", "median latency", "212 ms",
				"100 ms", "95 %", "What to do", "Take a few thread dumps", "All threads stand still",
				"Only 3 collections were seen", "Run it for 240 s more under load", "How to verify:",
				"page 'routes', from '-5m', route 'GET /'");
		assertThat(text).doesNotContain("{{", "**", "`");
	}

	@Test
	void drawsWhatWasMeasuredWithTheThresholdTheBreachAndTheTimeUnderLoad() {
		Finding finding = ReportedApplication.finding("It stalls",
				ReportedApplication.stalls(ReportedApplication.series(120)));
		Document document = parse(this.report.of(ReportedApplication.diagnosis(finding)));
		assertThat(classes(document, "rect")).contains("load");
		assertThat(classes(document, "line")).contains("threshold", "grid");
		assertThat(classes(document, "path")).containsExactly("breach", "series");
		assertThat(texts(document)).contains("0 ms", "200 ms", "10:13:00", "10:13:59 UTC", "10:14:59");
	}

	@Test
	void drawsAnotherQuantityWithItsOwnUnitAndThreshold() {
		Evidence share = new Evidence("time in pauses", 0.3, 0.1, "ratio", ReportedApplication.WINDOW,
				ReportedApplication.series(60));
		Document plain = parse(this.report.of(ReportedApplication.diagnosis(
				ReportedApplication.finding("It pauses", share.drawnAs("Pauses of the collector", "ms", null)))));
		assertThat(texts(plain)).contains("100 ms", "200 ms").doesNotContain("100 %");
		assertThat(classes(plain, "path")).containsExactly("series");
		Document compared = parse(this.report.of(ReportedApplication.diagnosis(
				ReportedApplication.finding("It pauses", share.drawnAs("Pauses of the collector", "ms", 90.0)))));
		assertThat(classes(compared, "path")).containsExactly("breach", "series");
		assertThat(elements(compared, "figcaption").map(Element::getTextContent)).first()
			.isEqualTo("Pauses of the collector");
	}

	@Test
	void showsWhereTheApplicationAllocatedWithoutThePlumbing() {
		Document document = parse(this.report.of(ReportedApplication.diagnosis()));
		assertThat(titles(document)).containsExactly("all: 6.14 kB, 100 %", "com.acme.Cart.total: 4.1 kB, 66.7 %",
				"java.lang.StringBuilder.append: 4.1 kB, 66.7 %", "java.util.Arrays.copyOf: 4.1 kB, 66.7 %",
				"byte[]: 4.1 kB, 66.7 %", "org.apache.coyote.Request.parse: 2.05 kB, 33.3 %",
				"char[]: 2.05 kB, 33.3 %");
		assertThat(classes(document, "rect")).contains("application", "jdk", "allocated-class");
	}

	@Test
	void leavesOutAProfileThatNobodyHas() {
		String html = new DiagnosisReport(ReportedApplication.FACTS, JudgedAllocations.UNKNOWN)
			.of(ReportedApplication.diagnosis());
		assertThat(html).doesNotContain("Where it allocated");
		parse(html);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{verdict}} $1 \\",
			"&lt;b&gt; ]]> <!-- ", "' onload='alert(1)", "a\u0000b\u0007\ud800c\u202e", "</style></title></svg>" })
	void whatClassesRoutesAndFunctionsAreCalledIsText(String hostile) {
		Finding finding = ReportedApplication.finding(hostile,
				new Evidence(hostile, 1, 0.5, hostile, ReportedApplication.WINDOW, ReportedApplication.series(10)));
		ApplicationFacts facts = new ApplicationFacts(hostile, 1, hostile, hostile, hostile, 1, 1,
				ReportedApplication.END);
		String html = new DiagnosisReport(facts, (span) -> ReportedApplication.profile(hostile, 1 << 20))
			.of(ReportedApplication.diagnosis(finding));
		Document document = parse(html);
		assertThat(document.getElementsByTagName("script").getLength()).isZero();
		assertThat(document.getElementsByTagName("img").getLength()).isZero();
		assertThat(document.getElementsByTagName("b").getLength()).isZero();
		assertThat(attributes(document)).noneMatch((name) -> name.startsWith("on"));
		assertThat(html).doesNotContain("\u202e").doesNotContain("\u0007");
	}

	@Test
	void aTextWithoutEndIsCut() {
		String endless = "x".repeat(100_000);
		String html = this.report.of(ReportedApplication.diagnosis(
				ReportedApplication.finding(endless, ReportedApplication.stalls(ReportedApplication.series(100_000)))));
		assertThat(html).hasSizeLessThan(100_000).contains("xxx...");
		parse(html);
	}

	@Test
	void whatCannotBeDrawnIsLeftOut() {
		Series unknown = new Series(new long[] { 1, 2 }, new double[] { Double.NaN, Double.POSITIVE_INFINITY });
		Document document = parse(this.report.of(ReportedApplication.diagnosis(ReportedApplication.finding("It stalls",
				ReportedApplication.stalls(unknown), ReportedApplication.stalls(Series.EMPTY),
				new Evidence("latency", Double.NaN, Double.NaN, "ms", ReportedApplication.WINDOW, null)))));
		assertThat(classes(document, "figure")).containsExactly("flames");
		assertThat(document.getDocumentElement().getTextContent()).contains("unknown");
	}

	@Test
	void anIdleApplicationHasAReportToo() {
		Diagnosis idle = new Diagnosis(ReportedApplication.END, ReportedApplication.WINDOW, null, "Fine", List.of(),
				List.of(), List.of());
		assertThat(parse(this.report.of(idle)).getDocumentElement().getTextContent()).contains("Fine", "idle")
			.doesNotContain("Cannot tell", "Looked for");
	}

	@Test
	void nothingButItsOwnStyleSheetHasAnEffect() throws Exception {
		String html = this.report.of(WrittenDiagnosis.of("GET / waits"));
		Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(html);
		assertThat(style.find()).isTrue();
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
		assertThat(html).contains("content=\"default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; "
			.formatted(Base64.getEncoder().encodeToString(digest)) + "form-action 'none'\"");
		assertThat(html).doesNotContain("http:", "https:", "url(", "<script", " style=", "@import");
	}

	// It is written as XML, but for the declaration and elements that have no end.
	private static Document parse(String html) {
		try {
			String xml = html.replace("<!DOCTYPE html>\n", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
			return DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(xml)));
		}
		catch (Exception ex) {
			throw new AssertionError("No HTML: " + html, ex);
		}
	}

	private static List<String> classes(Document document, String element) {
		return elements(document, element).map((each) -> each.getAttribute("class")).toList();
	}

	private static List<String> texts(Document document) {
		return elements(document, "text").map(Element::getTextContent).toList();
	}

	private static List<String> titles(Document document) {
		return elements(document, "title").skip(1).map(Element::getTextContent).toList();
	}

	private static List<String> attributes(Document document) {
		return elements(document, "*")
			.flatMap((each) -> IntStream.range(0, each.getAttributes().getLength())
				.mapToObj((i) -> each.getAttributes().item(i).getNodeName()))
			.toList();
	}

	private static Stream<Element> elements(Document document, String name) {
		NodeList nodes = document.getElementsByTagName(name);
		return IntStream.range(0, nodes.getLength()).mapToObj((i) -> (Element) nodes.item(i));
	}

}
