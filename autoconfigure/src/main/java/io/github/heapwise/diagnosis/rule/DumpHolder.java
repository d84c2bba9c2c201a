package io.github.heapwise.diagnosis.rule;

import java.util.Map;
import java.util.function.Function;

import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.diagnosis.DumpSignal.Holder;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what a rule has found, if there is a heap dump that tells.
 *
 * @param what all of what it holds a part of
 * @param dump the dump, {@code null} if there is none
 * @param holder who it is, {@code null} if the dump does not tell either
 */
record DumpHolder(String what, @Nullable DumpSignal dump, @Nullable Holder holder) {

	static DumpHolder of(Signals signals, String what, Function<DumpSignal, @Nullable Holder> which) {
		DumpSignal dump = signals.dump();
		return new DumpHolder(what, dump, (dump != null) ? which.apply(dump) : null);
	}

	/**
	 * Return the end of a sentence that says which part it holds.
	 * @return text that starts with a semicolon, empty if nobody is known
	 */
	String partClause() {
		return (this.holder != null) ? clause(this.holder, Quantity.percent(this.holder.ratio()) + " of " + this.what)
				: "";
	}

	/**
	 * Return the end of a sentence that says how many it holds.
	 * @return text that starts with a semicolon, empty if nobody is known
	 */
	String countClause() {
		return (this.holder != null)
				? clause(this.holder,
						"%s of '%s'".formatted(Quantity.count(this.holder.objects(), "object"), this.holder.type()))
				: "";
	}

	Evidence[] evidence() {
		if (this.dump == null || this.holder == null) {
			return new Evidence[0];
		}
		TimeSpan moment = new TimeSpan(this.dump.time(), this.dump.time());
		return new Evidence[] { new Evidence(
				"Part of %s held by '%s' in the last analysed heap dump".formatted(this.what, this.holder.name()),
				this.holder.ratio(), null, "ratio", moment, null) };
	}

	/**
	 * Return where to look next: at the dump that is there, or at the page to take one.
	 * @param missing what to do there if there is none
	 * @return the step
	 */
	NextStep next(String missing) {
		return (this.dump != null) ? new NextStep("Look at what holds it in the last analysed heap dump", "heapdump",
				Map.of("id", this.dump.id())) : new NextStep(missing, "heapdumps", Map.of());
	}

	private static String clause(Holder holder, String what) {
		return "; in the last analysed heap dump '%s' held %s".formatted(holder.name(), what);
	}

}
