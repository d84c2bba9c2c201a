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
 * @param help what has to be asked of the application besides
 */
record Case(String name, String profile, List<String> options, List<String> settings, Load load, @Nullable String rule,
		String named, Help help) {

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
			return (this.help == Help.HEAP_DUMP) ? afterDump(variant, outcome) : outcome;
		}
	}

	// The diagnosis reads a dump only after it has been analysed.
	private Outcome afterDump(RunningVariant variant, Outcome before) {
		variant.dumpHeap();
		Outcome outcome = before;
		for (int more = 0; more < MORE && !isNamed(outcome); more++) {
			Outcome now = diagnosed(variant, this.load.lasting(LITTLE_TIME));
			outcome = new Outcome(before.loaded(), now.findings(), now.passed(), now.undecided());
		}
		return outcome;
	}

	private boolean isAsExpected(Outcome outcome) {
		Outcome.Finding problem = outcome.problem();
		if (problem == null) {
			return isHealthy();
		}
		return problem.rule().equals(this.rule) && (this.help == Help.HEAP_DUMP || isNamed(outcome));
	}

	private boolean isNamed(Outcome outcome) {
		Outcome.Finding problem = outcome.problem();
		return problem != null && problem.title().contains(this.named);
	}

	private Outcome diagnosed(RunningVariant variant, Load asked) {
		asked.run(variant::visit);
		return Outcome.of(variant, asked.time());
	}

	Case with(String... moreSettings) {
		return new Case(this.name, this.profile, this.options, List.of(moreSettings), this.load, this.rule, this.named,
				this.help);
	}

	Case under(Load other) {
		return new Case(this.name, this.profile, this.options, this.settings, other, this.rule, this.named, this.help);
	}

	Case withHeap(String size) {
		return new Case(this.name, this.profile, List.of("-Xmx" + size, "-XX:+UseG1GC"), this.settings, this.load,
				this.rule, this.named, this.help);
	}

	Case called(String other) {
		return new Case(other, this.profile, this.options, this.settings, this.load, this.rule, this.named, this.help);
	}

	Case asking(Help forHelp) {
		return new Case(this.name, this.profile, this.options, this.settings, this.load, this.rule, this.named,
				forHelp);
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
		return this.load + this.help.words() + special.collect(Collectors.joining());
	}

	static Case fault(String profile, String rule, String named) {
		return new Case(profile, profile, OPTIONS, List.of(), Load.steady(Duration.ofSeconds(30)), rule, named,
				Help.NONE);
	}

	static Case healthy(String profile) {
		return new Case(profile, profile, OPTIONS, List.of(), Load.steady(Duration.ofSeconds(30)), null, "", Help.NONE);
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What an application is asked for besides.
	 */
	enum Help {

		/** Nothing. */
		NONE(""),

		/**
		 * The heap dump that the finding advises: nothing else tells who holds the
		 * memory.
		 */
		HEAP_DUMP(", then a heap dump");

		private final String words;

		Help(String words) {
			this.words = words;
		}

		private String words() {
			return this.words;
		}

	}

}
