package io.github.heapwise.heapview;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import io.github.heapwise.heapgraph.HeapTotals;

/**
 * Writes what an analysis has found for a terminal.
 */
final class AnalysisText {

	private static final String ROW = "%10s %10s %13s %8s  %s%n";

	private final IndexedHeapViews views;

	AnalysisText(IndexedHeapViews views) {
		this.views = views;
	}

	/**
	 * Write it.
	 * @param out where to
	 * @param top how many classes to list
	 */
	void print(PrintStream out, int top) throws IOException {
		Suspects suspects = this.views.suspects(null);
		printTotals(out, suspects.reachableBytes());
		printClasses(out, top);
		printSuspects(out, suspects.suspects());
	}

	private void printTotals(PrintStream out, long reachableBytes) {
		HeapTotals totals = this.views.totals();
		out.printf("%s objects of %s classes, %s of them reachable: %s%n", Amount.count(totals.objects()),
				Amount.count(totals.classes()), Amount.count(totals.reachableObjects()), Amount.bytes(reachableBytes));
		if (totals.truncation() != null) {
			out.println(totals.truncation());
		}
	}

	private void printClasses(PrintStream out, int top) throws IOException {
		out.println();
		out.printf(Locale.ROOT, ROW, "retained", "shallow", "instances", "distance", "class");
		for (ClassRow row : this.views.classes(new TableQuery(1, top, null, false, "")).rows()) {
			out.printf(Locale.ROOT, ROW, Amount.bytes(row.retainedBytes()), Amount.bytes(row.shallowBytes()),
					Amount.count(row.instances()), row.distance(), row.name());
		}
	}

	private static void printSuspects(PrintStream out, List<Suspect> suspects) {
		out.println();
		out.println(suspects.isEmpty() ? "Nothing is suspected to leak." : "Suspected to leak:");
		for (Suspect suspect : suspects) {
			out.println("- " + suspect.sentence());
		}
	}

}
