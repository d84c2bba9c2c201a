package io.github.heapwise.heapview;

import java.util.List;

/**
 * Suspects of a dump as they are kept. What they say is left out, as it may not be to be
 * shown.
 *
 * @param reachableBytes all that is reachable
 * @param thresholdBytes what a suspect retains at least
 * @param suspects the largest first
 */
record FoundSuspects(long reachableBytes, long thresholdBytes, List<FoundSuspect> suspects) {

	static final Report<FoundSuspects> REPORT = new Report<>("suspects", FoundSuspects.class, SuspectFinder::find);

	FoundSuspects {
		suspects = List.copyOf(suspects);
	}

	/**
	 * A suspect, see {@link Suspect}.
	 *
	 * @param kind what it is
	 * @param sentence what it is, for a human
	 * @param object number of the object
	 * @param type number of the class
	 * @param instances how many instances of the class there are
	 * @param retainedBytes what it retains
	 * @param accumulation number of the object where it gathers, -1 for none
	 * @param path from a root
	 * @param held what gathers
	 */
	record FoundSuspect(String kind, String sentence, int object, int type, long instances, long retainedBytes,
			int accumulation, List<Suspect.PathStep> path, List<Suspect.HeldClass> held) {

		FoundSuspect {
			path = List.copyOf(path);
			held = List.copyOf(held);
		}

	}

}
