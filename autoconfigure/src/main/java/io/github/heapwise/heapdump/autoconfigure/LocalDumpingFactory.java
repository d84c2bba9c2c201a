package io.github.heapwise.heapdump.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.github.heapwise.heapdump.BudgetedHeapDumps;
import io.github.heapwise.heapdump.DumpListener;
import io.github.heapwise.heapdump.DumpTriggers;
import io.github.heapwise.heapdump.HeapDumpSettings;
import io.github.heapwise.heapdump.HeapDumpStore;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.heapdump.HprofRedactor;
import io.github.heapwise.heapdump.LocalHeapDumps;
import io.github.heapwise.heapdump.RetentionLimits;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.os.MemoryLimits;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes what takes dumps of this JVM, as the user set it up.
 *
 * @param properties what may be taken and what is kept
 * @param triggers what asks for dumps
 */
record LocalDumpingFactory(HeapDumpProperties properties, HeapDumpTriggerProperties triggers) {

	private static final Log logger = LogFactory.getLog(HeapDumps.class);

	private static final Path ROOT = Path.of("/");

	LocalDumping create(String application, List<HeapDumpStore> stores, List<DumpListener> listeners,
			@Nullable SurvivorReports survivors) {
		Clock clock = Clock.systemUTC();
		LocalHeapDumps local = new LocalHeapDumps(settings(application), new MemoryLimits(ROOT), redactor(), stores,
				listeners, clock, logger::warn);
		BudgetedHeapDumps dumps = new BudgetedHeapDumps(local, this.triggers::allowance, clock);
		return new LocalDumping(local, dumps, new DumpTriggers(this.triggers.toSettings(), dumps, survivors,
				local.outOfMemoryTarget(), clock, logger::warn));
	}

	private HeapDumpSettings settings(String application) {
		String directory = this.properties.directory();
		HeapDumpProperties.Retention retention = this.properties.retention();
		return new HeapDumpSettings(
				(directory != null) ? Path.of(directory) : HeapDumpSettings.defaultDirectory(application), application,
				new RetentionLimits(retention.count(), retention.size().toBytes(), retention.age()),
				this.properties.minFreeDisk().toBytes(), this.properties.maxPause(),
				this.properties.isRedactedAtCapture(), this.properties.toAnalysisSettings());
	}

	private HprofRedactor redactor() {
		return new HprofRedactor(this.properties.keepThreadNames(), Set.copyOf(this.properties.keepValuesOf()));
	}

}
