package com.example.leak;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * Remembers names for ever, in a map of its own, and dumps itself: at its start, when it
 * has done some work, and when it has done more. Not in a package of ours, whose objects
 * are never suspected. Arguments: where to write the three.
 */
public final class LeakingApplication {

	public static final int NAMES = 20_000;

	private static final Names NAMES_GIVEN_OUT = new Names();

	private LeakingApplication() {
	}

	public static void main(String[] args) throws Exception {
		List<Integer> local = new ArrayList<>(List.of(1, 2, 3));
		dump(args[0]);
		NAMES_GIVEN_OUT.giveOut(NAMES);
		dump(args[1]);
		NAMES_GIVEN_OUT.giveOut(NAMES);
		dump(args[2]);
		System.out.println("names=" + NAMES_GIVEN_OUT.taken.size() + local);
	}

	private static void dump(String file) throws Exception {
		new File(file).delete();
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
	}

	private static final class Names {

		private final Set<String> taken = ConcurrentHashMap.newKeySet();

		private final Map<String, Integer> counts = new HashMap<>();

		void giveOut(int count) {
			for (int i = 0; i < count; i++) {
				this.taken.add("name " + this.taken.size());
				this.counts.merge("name " + i % 100, 1, Integer::sum);
			}
		}

	}

}
