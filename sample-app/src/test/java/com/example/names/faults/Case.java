package com.example.names.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An application, how it is run, and what its diagnosis has to say.
 *
 * @param name what it is called in the matrix
 * @param profile profile of the sample
 * @param options options of its JVM
 * @param settings its properties
 * @param load what is asked of it
 * @param rule rule whose finding has to come first, {@code null} if nothing is wrong
 * @param named what the title of that finding has to name
 * @param dumped whether it can only do so after the heap dump that it advises to take
 */
record Case(String name, String profile, List<String> options, List<String> settings, Load load, @Nullable String rule,
		String named, boolean dumped) {

	private static final int MORE = 3;

	private static final Duration MORE_TIME = Duration.ofSeconds(20);

	private static final Duration LITTLE_TIME = Duration.ofSeconds(3);

	private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseG1GC");

	/**
	 * Run it. Takes the time of the load and that of the start, and more if the diagnosis
	 * does not say what it has to: then the machine may be busy with something else.
	 * @return what its diagnosis says
	 */
	Outcome run() {
		try (RunningVariant variant = RunningVariant.start(this.profile, this.options, this.settings)) {
			Outcome outcome = diagnosed(variant, this.load);
			for (int more = 0; more < MORE && !isAsExpected(outcome); more++) {
				outcome = diagnosed(variant, this.load.lasting(MORE_TIME)).after(outcome.loaded());
			}
			return this.dumped ? afterDump(variant, outcome) : outcome;
		}
	}

	private Outcome afterDump(RunningVariant variant, Outcome before) {
		variant.dumpHeap();
		Outcome named = diagnosed(variant, this.load.lasting(LITTLE_TIME));
		return new Outcome(before.loaded(), named.findings(), named.passed(), named.undecided());
	}

	private boolean isAsExpected(Outcome outcome) {
		Outcome.Finding problem = outcome.problem();
		return (problem != null)
				? problem.rule().equals(this.rule) && (this.dumped || problem.title().contains(this.named))
				: isHealthy();
	}

	private static Outcome diagnosed(RunningVariant variant, Load load) {
		load.run(variant::visit);
		return Outcome.of(variant, load.time());
	}

	Case with(String... moreSettings) {
		return new Case(this.name, this.profile, this.options, List.of(moreSettings), this.load, this.rule, this.named,
				this.dumped);
	}

	Case under(Load other) {
		return new Case(this.name, this.profile, this.options, this.settings, other, this.rule, this.named,
				this.dumped);
	}

	Case withHeap(String size) {
		return new Case(this.name, this.profile, List.of("-Xmx" + size, "-XX:+UseG1GC"), this.settings, this.load,
				this.rule, this.named, this.dumped);
	}

	Case called(String other) {
		return new Case(other, this.profile, this.options, this.settings, this.load, this.rule, this.named,
				this.dumped);
	}

	/**
	 * Let it be named only after a heap dump, as nothing else knows it.
	 * @return the case
	 */
	Case onceDumped() {
		return new Case(this.name, this.profile, this.options, this.settings, this.load, this.rule, this.named, true);
	}

	boolean isHealthy() {
		return this.rule == null;
	}

	/**
	 * Return what it is called where there is little room.
	 * @return its number, and what tells it from others of the same profile
	 */
	String label() {
		return this.name.replaceFirst("-[a-z-]+", "");
	}

	/**
	 * Return how it is run.
	 * @return load, and what is not as for most
	 */
	String conditions() {
		Stream<String> special = Stream.concat(this.options.stream(), this.settings.stream())
			.filter((argument) -> !OPTIONS.contains(argument))
			.map((argument) -> ", `" + argument + "`");
		return this.load + special.collect(Collectors.joining());
	}

	static Case fault(String profile, String rule, String named) {
		return new Case(profile, profile, OPTIONS, List.of(), Load.steady(Duration.ofSeconds(30)), rule, named, false);
	}

	static Case healthy(String profile) {
		return new Case(profile, profile, OPTIONS, List.of(), Load.steady(Duration.ofSeconds(30)), null, "", false);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
