package io.github.heapwise.diagnosis.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.AllocationSignals.Share;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Who allocated most, as far as it is known.
 *
 * @param function the function, {@code null} where none stands out
 * @param route the route, {@code null} where none stands out
 * @param type the class, {@code null} where none stands out
 */
record Allocators(@Nullable Share function, @Nullable RouteSignal route, @Nullable Share type) {

	// With fewer, one sample more or less changes who comes first.
	private static final long ENOUGH_SAMPLES = 50;

	private static final double STANDS_OUT = 0.2;

	static Allocators of(Signals signals) {
		boolean sampled = signals.allocations().samples() >= ENOUGH_SAMPLES;
		return new Allocators(sampled ? first(signals.allocations().functions()) : null,
				signals.routes().stream().filter(Allocators::standsOut).findFirst().orElse(null),
				sampled ? first(signals.allocations().types()) : null);
	}

	/**
	 * Return who it is, as the subject of a sentence.
	 * @param fallback the subject where nobody stands out
	 * @return the subject
	 */
	String subject(String fallback) {
		if (this.function == null) {
			return (this.route != null) ? "'" + this.route.route() + "'" : fallback;
		}
		String by = "'" + this.function.name() + "'";
		return (this.route != null) ? by + " (mostly for '" + this.route.route() + "')" : by;
	}

	NextStep next(TimeSpan span) {
		Map<String, String> parameters = new HashMap<>();
		parameters.put("from", span.from().toString());
		parameters.put("to", span.to().toString());
		if (this.route != null) {
			parameters.put("route", this.route.route());
		}
		if (this.function != null) {
			parameters.put("search", this.function.name());
		}
		return new NextStep("See in the flamegraph who allocates", "allocations", parameters);
	}

	private static boolean standsOut(RouteSignal route) {
		return route.shareRatio() != null && route.shareRatio() >= STANDS_OUT;
	}

	private static @Nullable Share first(List<Share> shares) {
		return (!shares.isEmpty() && shares.get(0).ratio() >= STANDS_OUT) ? shares.get(0) : null;
	}

}
