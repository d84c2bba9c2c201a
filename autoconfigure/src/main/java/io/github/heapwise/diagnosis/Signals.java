package io.github.heapwise.diagnosis;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of the application in a window. The only thing that rules read.
 *
 * @param window the window
 * @param load the part of it in which the application worked, {@code null} if it did not
 * @param machine what does not change
 * @param trends numbers over time
 * @param collectionsWatched whether anybody would have told of collections
 * @param collections collections in the window, the oldest first
 * @param survivors how what survives collections grows
 * @param troubles what the collector could not do
 * @param waits who waited
 * @param routes routes that served requests in the window, the heaviest first
 * @param allocations who allocated in the window
 * @param threads kinds of platform threads there are now, the most frequent first
 * @param dump what the newest heap dump shows, {@code null} if there is none
 */
public record Signals(TimeSpan window, @Nullable TimeSpan load, MachineFacts machine, Trends trends,
		boolean collectionsWatched, List<CollectionSignal> collections, SurvivorSignal survivors,
		CollectorTroubles troubles, WaitSignals waits, List<RouteSignal> routes, AllocationSignals allocations,
		List<ThreadCount> threads, @Nullable DumpSignal dump) {

	public Signals {
		collections = List.copyOf(collections);
		routes = List.copyOf(routes);
		threads = List.copyOf(threads);
	}

	/**
	 * Replace what is known of survivors.
	 * @param seen how what survives collections grows
	 * @return the same signals with it
	 */
	public Signals with(SurvivorSignal seen) {
		return new Signals(this.window, this.load, this.machine, this.trends, this.collectionsWatched, this.collections,
				seen, this.troubles, this.waits, this.routes, this.allocations, this.threads, this.dump);
	}

	/**
	 * Return the time to judge performance by: under load, if there was any.
	 * @return the span
	 */
	public TimeSpan judged() {
		return (this.load != null) ? this.load : this.window;
	}

}
