package io.github.heapwise.memory;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.github.heapwise.os.LimitSource;
import org.jspecify.annotations.Nullable;

/**
 * Draws what the process holds as one screen of a terminal: at most 80 columns, lines
 * that stay where they are, for {@code watch curl}.
 */
public final class MemoryScreen {

	// the longest name of a pool, and a space before it
	private static final int NAME = 33;

	private static final int CELLS = 16;

	// with a space before it
	private static final int NUMBER = 9;

	private static final int COLUMNS = NAME + CELLS + 3 + 3 * NUMBER;

	private final StringBuilder text = new StringBuilder(2048);

	private MemoryScreen() {
	}

	/**
	 * Draw a screen.
	 * @param memory what the process holds
	 * @return lines, each with a line feed at its end
	 */
	public static String draw(MemorySnapshot memory) {
		MemoryScreen screen = new MemoryScreen();
		screen.title(memory);
		screen.heap(memory);
		screen.process(memory.process());
		screen.buffers(memory);
		screen.counts(memory);
		screen.overhead(memory.overhead());
		return screen.text.toString();
	}

	private void title(MemorySnapshot memory) {
		String time = memory.time().truncatedTo(ChronoUnit.SECONDS).toString();
		left("Heapwise   pid " + memory.process().pid(), COLUMNS - time.length()).left(time, 0).endLine().endLine();
	}

	private void heap(MemorySnapshot memory) {
		HeapMemory heap = memory.heap();
		left("# used  = committed  . up to max", NAME + CELLS + 3);
		right("used").right("commit.").right("max").endLine();
		bar("heap", heap.usedBytes(), heap.committedBytes(), heap.maxBytes());
		for (PoolMemory pool : memory.pools()) {
			bar(" " + pool.name(), pool.usedBytes(), pool.committedBytes(),
					(pool.maxBytes() == null && pool.heap()) ? heap.maxBytes() : pool.maxBytes());
		}
		fact("live after the last collection", ByteText.of(heap.liveBytes()));
		fact("allocated since the start", ByteText.of(heap.allocatedBytes()));
		fact("allocation rate", rate(heap.allocatedBytesPerSecond()));
		endLine();
	}

	private void process(ProcessMemory process) {
		bar("resident, of limit", process.residentBytes(), process.residentBytes(), process.limitBytes());
		fact("limit set by", (process.limitSource() != null) ? word(process.limitSource()) : "-");
		fact("headroom", ByteText.of(process.headroomBytes()));
		fact("peak resident", ByteText.of(process.peakResidentBytes()));
	}

	private void buffers(MemorySnapshot memory) {
		long count = memory.buffers().stream().filter(BufferMemory::isDirect).mapToLong(BufferMemory::count).sum();
		fact("direct buffers", ByteText.of(memory.directBufferBytes()) + " in " + count);
		fact("outside the heap", ByteText.of(memory.externalBytes()));
		endLine();
	}

	private void counts(MemorySnapshot memory) {
		MemorySnapshot.Threads threads = memory.threads();
		fact("threads", threads.live() + ", " + threads.daemon() + " of them daemons, " + threads.peak() + " at most");
		fact("classes", Long.toString(memory.classes().loaded()));
	}

	private void overhead(Overhead overhead) {
		Double ratio = overhead.cpuRatio();
		fact("Heapwise itself, CPU", (ratio != null) ? ByteText.decimal(100 * ratio, 2) + " % of a core" : "-");
		fact("Heapwise itself, heap",
				ByteText.of(overhead.heapBytes()) + ", and garbage " + rate(overhead.allocatedBytesPerSecond()));
	}

	private void bar(String name, @Nullable Long used, @Nullable Long committed, @Nullable Long max) {
		long full = Math.max(1, Math.max(orZero(committed), orZero(max)));
		int usedCells = cells(used, full);
		int committedCells = Math.max(usedCells, cells(committed, full));
		left((name.length() <= NAME) ? name : name.substring(0, NAME - 1) + "~", NAME + 1);
		left("[" + "#".repeat(usedCells) + "=".repeat(committedCells - usedCells) + ".".repeat(CELLS - committedCells)
				+ "]", 0);
		right(ByteText.of(used)).right(ByteText.of(committed)).right(ByteText.of(max)).endLine();
	}

	private void fact(String name, String value) {
		left(name, NAME + 1).left(value, 0).endLine();
	}

	private MemoryScreen left(String value, int width) {
		this.text.append(value).append(" ".repeat(Math.max(0, width - value.length())));
		return this;
	}

	private MemoryScreen right(String value) {
		this.text.append(" ".repeat(Math.max(1, NUMBER - value.length()))).append(value);
		return this;
	}

	private MemoryScreen endLine() {
		this.text.append('\n');
		return this;
	}

	private static int cells(@Nullable Long bytes, long full) {
		return (int) Math.min(CELLS, Math.ceil((double) CELLS * orZero(bytes) / full));
	}

	private static long orZero(@Nullable Long bytes) {
		return (bytes != null) ? bytes : 0;
	}

	private static String rate(@Nullable Long bytesPerSecond) {
		return (bytesPerSecond != null) ? ByteText.of(bytesPerSecond) + "/s" : "-";
	}

	private static String word(LimitSource source) {
		return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
