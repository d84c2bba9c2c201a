package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.DumpMutation;
import io.github.heapwise.hprof.Dumps;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofElement;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofReader;
import io.github.heapwise.hprof.MalformedDumpException;

/**
 * Reads, indexes and looks at dumps that are damaged in random ways: each must be
 * analysed or refused in a sentence, whatever its bytes.
 */
public final class MutatedDumps {

	private static final long MAX_SECONDS = 60;

	private static final int MAX_LOOKED_AT = 200;

	private static final int[] ID_BYTES = { 8, 4, 8, 8, 8 };

	private final Path dump;

	private final long seed;

	private final Random random;

	private final List<byte[]> originals;

	private final Look look;

	private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

	private final AtomicLong started = new AtomicLong(System.nanoTime());

	private volatile int number;

	/**
	 * Prepare to damage dumps.
	 * @param directory where to write them
	 * @param seed what decides how they are damaged
	 * @param look what else to do with those that are analysed
	 */
	public MutatedDumps(Path directory, long seed, Look look) {
		this.dump = directory.resolve("mutated.hprof");
		this.seed = seed;
		this.random = new Random(seed);
		this.originals = Stream
			.of(Dumps.ofEverything(8), Dumps.ofEverything(4), Dumps.ofEverything(8).withFormat("JAVA PROFILE 1.0.1"),
					TestGraph.random(new Random(seed)).toHeapDump(), Dumps.ofCollections())
			.map(HeapDumpBuilder::build)
			.toList();
		this.look = look;
	}

	/**
	 * Damage and look at dumps, others each time.
	 * @param count how many
	 * @return how many ended how, those before included
	 * @throws AssertionError if one fails in another way than documented
	 */
	public Map<Outcome, Integer> run(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			int original = this.random.nextInt(ID_BYTES.length);
			this.number++;
			this.started.set(System.nanoTime());
			Files.write(this.dump, DumpMutation.any(this.originals.get(original), ID_BYTES[original], this.random));
			this.outcomes.merge(attempt(), 1, Integer::sum);
		}
		return this.outcomes;
	}

	/**
	 * End this JVM with a status of 1 if a dump takes more than a minute.
	 */
	public void watch() {
		Thread watchdog = new Thread(() -> {
			while (System.nanoTime() - this.started.get() < TimeUnit.SECONDS.toNanos(MAX_SECONDS)) {
				LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
			}
			System.out.println("No end: " + name());
			Runtime.getRuntime().halt(1);
		}, "watchdog");
		watchdog.setDaemon(true);
		watchdog.start();
	}

	private Outcome attempt() throws IOException {
		try {
			Outcome outcome = analyse();
			HeapIndexer.delete(this.dump);
			return outcome;
		}
		catch (RuntimeException | IOException | Error ex) {
			throw new AssertionError(name(), ex);
		}
	}

	private Outcome analyse() throws IOException {
		try {
			read();
			HeapIndexer.index(this.dump, 1 + this.number % 2, CancelSignal.NEVER, (ratio) -> {
			});
		}
		catch (MalformedDumpException ex) {
			if (!ex.getMessage().contains("offset " + ex.offset()) || ex.offset() > Files.size(this.dump)) {
				throw ex;
			}
			return Outcome.MALFORMED;
		}
		catch (IOException ex) {
			if (!ex.getMessage().contains("eap dump")) {
				throw ex;
			}
			return Outcome.REFUSED;
		}
		try (HeapGraph graph = HeapGraph.open(this.dump)) {
			look(graph);
			this.look.at(this.dump);
			return (graph.totals().truncation() != null) ? Outcome.TRUNCATED : Outcome.WHOLE;
		}
	}

	private void read() throws IOException {
		try (HprofReader reader = HprofFile.open(this.dump).read(CancelSignal.NEVER)) {
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				if (reader.recordOffset() > Files.size(this.dump)) {
					throw new IllegalStateException("Beyond the end of the dump");
				}
			}
		}
	}

	private static void look(HeapGraph graph) throws IOException {
		graph.classes();
		graph.dominated(-1, 0, 10);
		int[] serials = new int[MAX_LOOKED_AT];
		graph.roots((root) -> serials[root.object() % MAX_LOOKED_AT] = root.number());
		graph.stackTraces(serials, CancelSignal.NEVER);
		for (int i = 0; i < Math.min(graph.objects(), MAX_LOOKED_AT); i++) {
			HeapObject object = graph.object(i);
			int[] path = graph.pathFromRoot(i);
			if (graph.find(object.id()).orElseThrow() != i || path.length != object.distance()
					|| (object.distance() > 0 && object.retainedBytes() < object.shallowBytes())) {
				throw new IllegalStateException("Contradiction in " + object);
			}
			graph.dominated(i, 0, 10);
			graph.rootsOf(i);
			fields(graph, i);
			for (int target : graph.references(i, 0, 10)) {
				if (graph.referrers(target, 0, 1, CancelSignal.NEVER).total() == 0) {
					throw new IllegalStateException("Nothing refers to " + graph.object(target));
				}
			}
		}
	}

	// Of two records that claim to be the same class one is remembered, the other read.
	private static void fields(HeapGraph graph, int object) throws IOException {
		try {
			graph.fields(object, 0, 10);
		}
		catch (MalformedDumpException ex) {
			if (graph.object(object).represents() == null) {
				throw ex;
			}
		}
	}

	private String name() {
		return "seed %d, dump %d".formatted(this.seed, this.number);
	}

	/**
	 * Looks at a damaged dump that is analysed nevertheless.
	 */
	@FunctionalInterface
	public interface Look {

		void at(Path dump) throws IOException;

	}

	/**
	 * What may become of a damaged dump.
	 */
	public enum Outcome {

		/**
		 * Analysed, as the damage did not matter.
		 */
		WHOLE,

		/**
		 * Analysed as far as it goes.
		 */
		TRUNCATED,

		/**
		 * Refused with the offset.
		 */
		MALFORMED,

		/**
		 * Refused for what is not at one place.
		 */
		REFUSED

	}

}
