package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofElement;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofReader;
import io.github.heapwise.hprof.LongIndex;
import org.jspecify.annotations.Nullable;

/**
 * Reads stacks from a dump, kind of record by kind of record, so that only what the
 * wanted stacks consist of is remembered: some 10 MB at most, whatever the dump.
 */
final class StackReader {

	private static final int MAX_STACKS = 1 << 14;

	private static final int MAX_FRAMES_OF_STACK = 1024;

	private static final int MAX_FRAMES = 1 << 17;

	private final HprofFile file;

	private final CancelSignal cancel;

	private final LongIndex serials = new LongIndex(MAX_STACKS);

	// By stack: its frames as numbers among the ids, null until it is found.
	private final int[] @Nullable [] framesByStack;

	private final long[] frameCounts;

	private final LongIndex frameIds = new LongIndex(MAX_FRAMES);

	private final LongIndex classSerials = new LongIndex(MAX_FRAMES);

	private final Texts texts = new Texts();

	private int keptFrames;

	/**
	 * Prepare to read.
	 * @param file the dump, not compressed
	 * @param wanted serial numbers of stacks
	 * @param cancel asked once per {@code 256 KB}
	 */
	StackReader(HprofFile file, int[] wanted, CancelSignal cancel) {
		this.file = file;
		this.cancel = cancel;
		for (int serial : wanted) {
			this.serials.add(Integer.toUnsignedLong(serial));
		}
		this.framesByStack = new int[this.serials.size()][];
		this.frameCounts = new long[this.serials.size()];
	}

	StackTraces read() throws IOException {
		each(HprofElement.TRACE, this::readStack);
		Frames frames = new Frames(this.frameIds.size());
		each(HprofElement.FRAME, (reader) -> {
			int frame = this.frameIds.indexOf(reader.id());
			if (frame != LongIndex.ABSENT) {
				frames.methods[frame] = this.texts.want(reader.nameId());
				frames.sources[frame] = this.texts.want(reader.sourceId());
				frames.classes[frame] = this.classSerials.add(reader.serial());
				frames.lines[frame] = (int) reader.number();
			}
		});
		int[] classNames = absent(this.classSerials.size());
		each(HprofElement.LOAD_CLASS, (reader) -> {
			int type = this.classSerials.indexOf(reader.serial());
			if (type != LongIndex.ABSENT) {
				classNames[type] = this.texts.want(reader.nameId());
			}
		});
		each(HprofElement.UTF8, this.texts::learn);
		return stacks(frames.resolve(this.texts, classNames));
	}

	private void readStack(HprofReader reader) throws IOException {
		int stack = this.serials.indexOf(reader.serial());
		if (stack == LongIndex.ABSENT || this.framesByStack[stack] != null) {
			return;
		}
		int count = (int) Math.min(reader.count(), Math.min(MAX_FRAMES_OF_STACK, MAX_FRAMES - this.keptFrames));
		int[] frames = new int[count];
		for (int i = 0; i < count; i++) {
			frames[i] = this.frameIds.add(reader.body().id());
		}
		this.keptFrames += count;
		this.framesByStack[stack] = frames;
		this.frameCounts[stack] = reader.count();
	}

	private StackTraces stacks(StackFrame[] frames) {
		Map<Integer, StackTraces.Stack> stacks = new HashMap<>();
		for (int i = 0; i < this.framesByStack.length; i++) {
			int[] numbers = this.framesByStack[i];
			if (numbers != null) {
				List<StackFrame> found = new ArrayList<>();
				for (int number : numbers) {
					found.add(frames[number]);
				}
				stacks.put((int) this.serials.idAt(i),
						new StackTraces.Stack(found, this.frameCounts[i] - numbers.length));
			}
		}
		return new StackTraces(stacks);
	}

	private void each(HprofElement wanted, Visitor visitor) throws IOException {
		try (HprofReader reader = this.file.read(this.cancel)) {
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				if (element == HprofElement.SEGMENT) {
					reader.skipSegment();
				}
				else if (element == wanted) {
					visitor.visit(reader);
				}
			}
		}
	}

	private static int[] absent(int size) {
		int[] numbers = new int[size];
		Arrays.fill(numbers, LongIndex.ABSENT);
		return numbers;
	}

	// By frame: numbers of texts, of its class among the serial numbers, of its line.
	private static final class Frames {

		private final int[] methods;

		private final int[] sources;

		private final int[] classes;

		private final int[] lines;

		Frames(int size) {
			this.methods = absent(size);
			this.sources = absent(size);
			this.classes = absent(size);
			this.lines = new int[size];
		}

		// Threads have most of their frames in common, so each text exists once.
		StackFrame[] resolve(Texts texts, int[] classNames) {
			String[] strings = IntStream.range(0, texts.count()).mapToObj(texts::text).toArray(String[]::new);
			String[] names = Arrays.stream(classNames)
				.mapToObj((text) -> text(strings, text))
				.map((name) -> (name != null) ? StoredClasses.sourceName(name) : null)
				.toArray(String[]::new);
			return IntStream.range(0, this.lines.length)
				.mapToObj((i) -> new StackFrame(text(names, this.classes[i]), text(strings, this.methods[i]),
						text(strings, this.sources[i]), this.lines[i]))
				.toArray(StackFrame[]::new);
		}

		private static @Nullable String text(@Nullable String[] texts, int number) {
			return (number != LongIndex.ABSENT) ? texts[number] : null;
		}

	}

	@FunctionalInterface
	private interface Visitor {

		void visit(HprofReader reader) throws IOException;

	}

}
