package io.github.heapwise.allocation.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.github.heapwise.allocation.AllocationProfile;
import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.allocation.AllocationProfile.TimelineEntry;
import io.github.heapwise.allocation.ProfiledRoutes.AskedRoute;
import io.github.heapwise.allocation.ProfiledRoutes.RouteShare;
import io.github.heapwise.allocation.RecorderStatus;
import io.github.heapwise.allocation.SamplingMode;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.TreeColumns;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.Members;

/**
 * Writes what is said about a profile, and the profile itself, as JSON.
 * <p>
 * Not with the host's JSON library: the binary form carries the same text, and a host may
 * have any or none.
 */
final class ProfileJson {

	private static final double NANOS_PER_SECOND = 1e9;

	private static final String UNSCALED = "This JVM does not tell how much the whole process allocated, so bytes of"
			+ " ended and virtual threads are raw samples. JDK 21 and later updates of JDK 17 do tell";

	private static final double TRUNCATION_WORTH_ADVICE = 0.01;

	private static final String TRUNCATED = "Some stacks are deeper than the JVM recorded, their callers are missing."
			+ " Start the JVM with '-XX:FlightRecorderOptions=stackdepth=256' to see them";

	private static final String OBJECTS_UNKNOWN = "Throttled samples do not tell the size of an object, so objects"
			+ " allocated while they were taken are not counted. Their bytes are";

	private static final JsonWriter<ThreadBytes> THREAD = JsonWriter.of((members) -> {
		members.add("name", ThreadBytes::name);
		members.add("bytes", ThreadBytes::bytes);
	});

	private static final JsonWriter<RouteShare> ROUTE = JsonWriter.of((members) -> {
		members.add("method", (share) -> share.route().method());
		members.add("route", (share) -> share.route().pattern());
		members.add("bytes", RouteShare::bytes);
	});

	private static final JsonWriter<ProfileDocument> META = JsonWriter.of(ProfileJson::addMeta);

	private static final JsonWriter<ProfileDocument> DOCUMENT = JsonWriter.of(ProfileJson::addDocument);

	private ProfileJson() {
	}

	static String meta(ProfileDocument document) {
		return META.writeToString(document);
	}

	static byte[] document(ProfileDocument document) {
		return DOCUMENT.write(document).toByteArray(StandardCharsets.UTF_8);
	}

	private static void addDocument(Members<ProfileDocument> members) {
		members.add("meta", (document) -> document).usingMembers(ProfileJson::addMeta);
		members.from((document) -> TreeColumns.of(document.pruning().tree())).usingMembers((columns) -> {
			columns.add("names", (tree) -> tree.frames().stream().map(Frame::name).toList());
			columns.add("cat", (tree) -> tree.frames().stream().map((frame) -> frame.category().ordinal()).toList());
			columns.add("up", TreeColumns::up);
			columns.add("name", TreeColumns::name);
			columns.add("self", TreeColumns::self);
			columns.add("count", TreeColumns::count);
		});
	}

	private static void addMeta(Members<ProfileDocument> members) {
		members.add("from", (document) -> time(document.profile().from()));
		members.add("to", (document) -> time(document.profile().to()));
		members.add("unit", (document) -> word(document.request().query().value()));
		members.add("mode", "sampled");
		members.add("sampling", (document) -> sampling(document.profile().sampling(), document.status()));
		members.add("total", (document) -> document.pruning().tree().totalBytes(0));
		members.add("objects", (document) -> document.pruning().tree().totalObjects());
		members.add("samples", (document) -> document.profile().samples());
		members.add("errorRatio", (document) -> document.profile().errorRatio());
		members.add("seconds", (document) -> document.profile().recorded().toNanos() / NANOS_PER_SECOND);
		members.add("min", (document) -> document.request().minRatio());
		members.add("prunedNodes", (document) -> document.pruning().mergedNodes());
		members.add("prunedValue", (document) -> document.pruning().mergedBytes());
		members.add("filter", ProfileDocument::request).usingMembers(ProfileJson::addFilter);
		members.from(ProfileDocument::profile).usingMembers(ProfileJson::addQuality);
		members.add("timeline", (document) -> document.profile().timeline()).usingMembers(ProfileJson::addTimeline);
		members.add("threads", (document) -> document.profile().threads().stream().map(THREAD::write).toList());
		members.add("routes", (document) -> document.profile().routes().top().stream().map(ROUTE::write).toList());
		members.add("route", (document) -> document.profile().routes().asked())
			.whenNotNull()
			.usingMembers(ProfileJson::addRoute);
		members.add("recorder", ProfileDocument::status).usingMembers(ProfileJson::addRecorder);
	}

	private static void addFilter(Members<ProfileRequest> members) {
		members.add("type", (request) -> request.query().type()).whenNotNull();
		members.add("thread", (request) -> request.query().thread()).whenNotNull();
		members.add("route", (request) -> request.query().route()).whenNotNull();
		members.add("root", ProfileRequest::root).whenNotNull();
	}

	private static void addRoute(Members<AskedRoute> members) {
		members.add("method", AskedRoute::method).whenNotNull();
		members.add("route", AskedRoute::pattern);
		members.add("requests", AskedRoute::requests);
		members.add("allocatedBytes", AskedRoute::allocatedBytes);
		members.add("mode", (route) -> route.exact() ? "exact" : "sampled");
	}

	private static void addQuality(Members<AllocationProfile> members) {
		members.add("scaled", AllocationProfile::scaled);
		members.add("unscaledReason", (profile) -> profile.scaled() ? null : UNSCALED);
		members.add("objectsUnavailableReason",
				(profile) -> profile.sampling().contains(SamplingMode.THROTTLED) ? OBJECTS_UNKNOWN : null);
		members.add("truncatedRatio", AllocationProfile::truncatedRatio);
		members.add("truncatedAdvice",
				(profile) -> (profile.truncatedRatio() > TRUNCATION_WORTH_ADVICE) ? TRUNCATED : null);
		members.add("ownBytes", AllocationProfile::ownBytes);
		members.add("notSampledBytes", AllocationProfile::notSampledBytes);
		members.add("droppedSamples", AllocationProfile::droppedSamples);
	}

	private static void addTimeline(Members<List<TimelineEntry>> members) {
		members.add("starts", column((entry) -> entry.start().toEpochMilli())::apply);
		members.add("ends", column((entry) -> entry.end().toEpochMilli())::apply);
		members.add("application", column((entry) -> entry.bytes().application())::apply);
		members.add("dependency", column((entry) -> entry.bytes().dependency())::apply);
		members.add("jdk", column((entry) -> entry.bytes().jdk())::apply);
	}

	private static void addRecorder(Members<RecorderStatus> members) {
		members.add("state", (status) -> word(status.state()));
		members.add("reason", RecorderStatus::reason);
		members.add("sampling", (status) -> word(status.sampling()));
		members.add("samplesPerSecond", RecorderStatus::samplesPerSecond);
		members.add("cpuRatio", RecorderStatus::cpuRatio);
		members.add("retainedFrom", (status) -> time(status.retainedFrom()));
		members.add("nodes", RecorderStatus::nodes);
		members.add("maxNodes", RecorderStatus::maxNodes);
	}

	private static Function<List<TimelineEntry>, long[]> column(ToLongFunction<TimelineEntry> value) {
		return (timeline) -> timeline.stream().mapToLong(value).toArray();
	}

	private static String sampling(Set<SamplingMode> modes, RecorderStatus status) {
		return switch (modes.size()) {
			case 0 -> word(status.sampling());
			case 1 -> word(modes.iterator().next());
			default -> "mixed";
		};
	}

	private static String time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
