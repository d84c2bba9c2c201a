package io.github.heapwise.allocation.endpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import io.github.heapwise.allocation.AllocationProfile;
import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.allocation.AllocationProfile.TimelineEntry;
import io.github.heapwise.allocation.AllocationQuery;
import io.github.heapwise.allocation.AllocationValue;
import io.github.heapwise.allocation.CallerBytes;
import io.github.heapwise.allocation.ProfiledRoutes;
import io.github.heapwise.allocation.ProfiledRoutes.AskedRoute;
import io.github.heapwise.allocation.ProfiledRoutes.RouteShare;
import io.github.heapwise.allocation.RecorderStatus;
import io.github.heapwise.allocation.SamplingMode;
import io.github.heapwise.calltree.NodeKey;
import io.github.heapwise.calltree.Trees;
import io.github.heapwise.timeline.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProfileDocument} and {@link ProfileJson}.
 */
class ProfileDocumentTests {

	private static final Instant FROM = Instant.parse("2026-01-31T10:10:30Z");

	private static final Instant TO = Instant.parse("2026-01-31T10:15:30Z");

	private static final String STACKS = "main;add;byte[] 4096\nmain;list;char[] 1000\nmain;tiny;int[] 4\n";

	private static final ProfiledRoutes ROUTES = new ProfiledRoutes(List.of(new RouteShare(new Route("GET", "/a"), 77)),
			new AskedRoute("GET", "/a", 7, 77, true));

	private static final NodeKey MAIN = NodeKey.ofRoot("all").child("main");

	@Test
	void jsonHoldsTheColumnsOfTheBinary() {
		JsonNode json = json(document(0, null, profile(STACKS)));
		assertThat(texts(json.get("names"))).containsExactly("all", "main", "add", "byte[]", "list", "char[]", "tiny",
				"int[]");
		assertThat(numbers(json.get("cat"))).containsExactly(4L, 0L, 0L, 3L, 0L, 3L, 0L, 3L);
		assertThat(numbers(json.get("up"))).containsExactly(0L, 0L, 0L, 0L, 2L, 0L, 2L, 0L);
		assertThat(numbers(json.get("name"))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
		assertThat(numbers(json.get("self"))).containsExactly(0L, 0L, 0L, 4096L, 0L, 1000L, 0L, 4L);
		assertThat(numbers(json.get("count"))).hasSize(8).containsOnly(0L);
	}

	@Test
	void metaOfTheBinaryIsThatOfTheJson() {
		ProfileDocument document = document(0.5, MAIN, profile(STACKS));
		ByteBuffer binary = ByteBuffer.wrap(body(document, ProfileFormat.BINARY)).order(ByteOrder.LITTLE_ENDIAN);
		assertThat(binary.getInt(0)).isEqualTo('H' | 'W' << 8 | 'F' << 16 | '1' << 24);
		int sections = binary.getInt(16);
		byte[] meta = new byte[binary.getInt(24)];
		binary.get(20 + 8 * sections, meta);
		assertThat(JsonMapper.shared().readTree(meta)).isEqualTo(json(document).get("meta"));
	}

	@Test
	void metaSaysAllThatIsKnown() {
		JsonNode meta = json(document(0.01, MAIN, profile(STACKS))).get("meta");
		assertThat(meta.toString()).isEqualTo(
				"""
						{"from":"2026-01-31T10:10:30Z","to":"2026-01-31T10:15:30Z","unit":"bytes","mode":"sampled",\
						"sampling":"mixed","total":5100,"objects":0,"samples":400,"errorRatio":0.05,"seconds":300.0,"min":0.01,\
						"prunedNodes":2,"prunedValue":4,"filter":{"type":"byte[]","thread":"exec","route":"GET /a","root":"%s"},"scaled":true,\
						"unscaledReason":null,"objectsUnavailableReason":null,"truncatedRatio":0.25,"truncatedAdvice":"%s",\
						"ownBytes":11,"notSampledBytes":12,"droppedSamples":13,\
						"timeline":{"starts":[1769854230000],"ends":[1769854530000],"application":[1],\
						"dependency":[2],"jdk":[3]},"threads":[{"name":"exec-1","bytes":99}],\
						"routes":[{"method":"GET","route":"/a","bytes":77}],"route":{"method":"GET","route":"/a","requests":7,\
						"allocatedBytes":77,"mode":"exact"},"recorder":{"state":"recording",\
						"reason":null,"sampling":"all-sliced","samplesPerSecond":7.5,"cpuRatio":0.004,\
						"retainedFrom":"2026-01-31T10:10:30Z","nodes":5,"maxNodes":1000}}"""
					.formatted(MAIN, "Some stacks are deeper than the JVM recorded, their callers are missing."
							+ " Start the JVM with '-XX:FlightRecorderOptions=stackdepth=256' to see them"));
	}

	@ParameterizedTest
	@EnumSource
	void metaSaysWhyObjectsAreMissingWhereSomeSamplesWereThrottled(SamplingMode mode) {
		AllocationProfile profile = profile(STACKS, EnumSet.of(SamplingMode.ALL, mode));
		JsonNode reason = json(document(0, null, profile)).get("meta").get("objectsUnavailableReason");
		if (mode == SamplingMode.THROTTLED) {
			assertThat(reason.stringValue()).isEqualTo("Throttled samples do not tell the size of an object, so objects"
					+ " allocated while they were taken are not counted. Their bytes are");
		}
		else {
			assertThat(reason.isNull()).isTrue();
		}
	}

	@Test
	void prunedProfileKeepsItsTotal() {
		ProfileDocument document = document(0.01, null, profile(STACKS));
		assertThat(text(document)).isEqualTo("main;(other) 4\nmain;add;byte[] 4096\nmain;list;char[] 1000\n");
		assertThat(document.pruning().tree().totalBytes(0)).isEqualTo(5100);
	}

	@Test
	void rootedProfileStartsAtItsRootAndIsPrunedByItsTotal() {
		ProfileDocument document = document(0.01, MAIN.child("tiny"), profile(STACKS));
		assertThat(text(document)).isEqualTo("int[] 4\n");
		assertThat(document.pruning().tree().frame(0).name()).isEqualTo("tiny");
	}

	@Test
	void rootThatIsNotThereIsAnEmptyProfile() {
		assertThat(text(document(0, MAIN.child("gone"), profile(STACKS)))).isEmpty();
	}

	@Test
	void hostileNamesStayInsideTheirFormats() {
		String name = "</script><script>alert(1)</script>\\\"'&";
		ProfileDocument document = document(0, null, profile("main;" + name + " 5\n"));
		assertThat(texts(json(document).get("names"))).contains(name);
		String html = new String(document.as(ProfileExport.FLAME_GRAPH).getBody(), StandardCharsets.UTF_8);
		assertThat(html).doesNotContain("alert(1)");
	}

	private static AllocationProfile profile(String stacks) {
		return profile(stacks, EnumSet.of(SamplingMode.ALL, SamplingMode.SLICED));
	}

	private static AllocationProfile profile(String stacks, Set<SamplingMode> sampling) {
		return new AllocationProfile(FROM, TO, Duration.ofMinutes(5), Trees.folded(stacks), 400, sampling, true, 11, 12,
				0.25, 13, List.of(new TimelineEntry(FROM, TO, new CallerBytes(1, 2, 3, 4))),
				List.of(new ThreadBytes("exec-1", 99)), ROUTES);
	}

	private static ProfileDocument document(double min, @Nullable NodeKey root, AllocationProfile profile) {
		AllocationQuery query = new AllocationQuery(FROM, TO, "byte[]", "exec", "GET /a", AllocationValue.BYTES);
		RecorderStatus status = new RecorderStatus(RecorderStatus.State.RECORDING, null, SamplingMode.ALL_SLICED, 7.5,
				0.004, FROM, 5, 1000);
		return ProfileDocument.of(new ProfileRequest(query, min, root), profile, status);
	}

	private static JsonNode json(ProfileDocument document) {
		return JsonMapper.shared().readTree(body(document, ProfileFormat.JSON));
	}

	private static String text(ProfileDocument document) {
		return new String(body(document, ProfileFormat.FOLDED), StandardCharsets.UTF_8);
	}

	private static byte[] body(ProfileDocument document, ProfileFormat format) {
		return document.as(format).getBody();
	}

	private static List<String> texts(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
	}

	private static List<Long> numbers(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).map(JsonNode::longValue).toList();
	}

}
