package io.github.heapwise.diagnosis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Says in a line when a warning appears, and when it is gone, but never floods a log: a
 * finding that comes and goes is one finding, and what exceeds the lines of an hour is
 * said later, if it is still so.
 * <p>
 * Thread-safe. Keeps a title for each rule that finds something.
 */
public final class FindingLog {

	private static final Duration HOUR = Duration.ofHours(1);

	private final Consumer<String> found;

	private final Consumer<String> cleared;

	private final FindingLogSettings settings;

	private final Clock clock;

	private final Map<String, Watched> watchedByRule = new LinkedHashMap<>();

	private final Deque<Instant> written = new ArrayDeque<>();

	/**
	 * Create a log.
	 * @param found takes the line about a finding that appears; must not throw
	 * @param cleared takes the line about one that is gone; must not throw
	 * @param settings when findings are worth one
	 * @param clock the time
	 */
	public FindingLog(Consumer<String> found, Consumer<String> cleared, FindingLogSettings settings, Clock clock) {
		this.found = found;
		this.cleared = cleared;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Look at a diagnosis. To be called regularly.
	 * @param diagnosis what the rules say now
	 */
	public synchronized void see(Diagnosis diagnosis) {
		Instant now = this.clock.instant();
		for (Diagnosis.Found found : diagnosis.findings()) {
			if (found.finding().severity() != Severity.INFO) {
				this.watchedByRule.computeIfAbsent(found.rule(), (rule) -> new Watched(now)).see(found.finding(), now);
			}
		}
		this.written.removeIf((time) -> time.isAfter(now) || !time.plus(HOUR).isAfter(now));
		this.watchedByRule.entrySet().removeIf((watched) -> isOver(watched.getKey(), watched.getValue(), now));
	}

	private boolean isOver(String rule, Watched watched, Instant now) {
		if (watched.lastSeen.equals(now)) {
			watched.told = watched.told || (lasts(watched.firstSeen, now, this.settings.appearAfter())
					&& write(this.found, "Found: %s (%s, %s since %s)".formatted(watched.title, rule, watched.severity,
							watched.firstSeen.truncatedTo(ChronoUnit.SECONDS)), now));
			return false;
		}
		return !watched.told || (lasts(watched.lastSeen, now, this.settings.clearAfter())
				&& write(this.cleared, "No longer found: %s (%s, until %s)".formatted(watched.title, rule,
						watched.lastSeen.truncatedTo(ChronoUnit.SECONDS)), now));
	}

	private static boolean lasts(Instant since, Instant now, Duration least) {
		return Duration.between(since, now).compareTo(least) >= 0;
	}

	private boolean write(Consumer<String> lines, String line, Instant now) {
		if (this.written.size() >= this.settings.linesPerHour()) {
			return false;
		}
		this.written.add(now);
		boolean last = this.written.size() == this.settings.linesPerHour();
		lines.accept(PlainText.line(line) + (last ? ". No more findings are logged for up to an hour" : ""));
		return true;
	}

	/**
	 * A finding that was seen of late.
	 */
	private static final class Watched {

		private final Instant firstSeen;

		private Instant lastSeen;

		private String title = "";

		private Severity severity = Severity.INFO;

		private boolean told;

		Watched(Instant now) {
			this.firstSeen = now;
			this.lastSeen = now;
		}

		void see(Finding finding, Instant now) {
			this.lastSeen = now;
			this.title = finding.title();
			this.severity = finding.severity();
		}

	}

}
