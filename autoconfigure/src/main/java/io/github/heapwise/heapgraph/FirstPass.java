package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.List;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofElement;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofRange;
import io.github.heapwise.hprof.HprofReader;
import io.github.heapwise.hprof.LongIndex;
import io.github.heapwise.hprof.MalformedDumpException;
import io.github.heapwise.hprof.Truncation;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dump for the first time: addresses, classes and roots.
 */
final class FirstPass {

	private static final List<String> PERMANENT_LOADERS = List.of("jdk/internal/loader/ClassLoaders$AppClassLoader",
			"jdk/internal/loader/ClassLoaders$PlatformClassLoader", "sun/misc/Launcher$AppClassLoader",
			"sun/misc/Launcher$ExtClassLoader");

	private static final int MAX_PERMANENT_LOADERS = 1024;

	private final HprofFile file;

	private final DumpOutline outline;

	private final AddressBitmap addresses;

	private final ClassTable classes;

	private final RootLog roots;

	private final LongIndex loaderClassIds;

	private final LongIndex permanentLoaders = new LongIndex(MAX_PERMANENT_LOADERS);

	private final LongIndex arrayClassIds = new LongIndex(ClassTable.MAX_CLASSES);

	private @Nullable Truncation truncation;

	FirstPass(HprofFile file, DumpOutline outline, AddressBitmap addresses, RootLog roots) {
		this.file = file;
		this.outline = outline;
		this.addresses = addresses;
		this.classes = new ClassTable(outline.names());
		this.roots = roots;
		this.loaderClassIds = outline.names().idsOf(PERMANENT_LOADERS);
	}

	/**
	 * Read the dump.
	 * @param threads how many threads may do so
	 * @param progress told after every range
	 */
	void run(int threads, Progress progress) throws IOException {
		Ranges.read(this.outline.ranges(), threads, progress, (next, cancel) -> {
			RangeVisit visit = new RangeVisit();
			for (HprofRange range = next.get(); range != null; range = next.get()) {
				visit.read(range, cancel);
			}
			visit.marker.close();
		});
	}

	ClassTable classes() {
		return this.classes;
	}

	/**
	 * Return the loaders that the JVM never gives up, and so never their classes.
	 * @return ids of objects
	 */
	LongIndex permanentLoaders() {
		return this.permanentLoaders;
	}

	/**
	 * Return the classes of arrays of references.
	 * @return ids of classes that an array is of
	 */
	LongIndex arrayClassIds() {
		return this.arrayClassIds;
	}

	/**
	 * Return how the dump ends too early.
	 * @return what is missing, {@code null} if nothing is
	 */
	@Nullable Truncation truncation() {
		return this.truncation;
	}

	private final class RangeVisit {

		private final AddressBitmap.Marker marker = FirstPass.this.addresses.marker();

		private final ClassRecord record = new ClassRecord();

		private final RecentIds recentLoaderClasses = new RecentIds(FirstPass.this.loaderClassIds::indexOf);

		private long lastArrayClassId;

		void read(HprofRange range, CancelSignal cancel) throws IOException {
			try (HprofReader reader = FirstPass.this.file.read(range, cancel)) {
				HprofElement element;
				do {
					element = reader.next();
					endClass(element, reader);
					if (element != null) {
						visit(element, reader);
					}
				}
				while (element != null);
				if (reader.truncation() != null) {
					FirstPass.this.truncation = reader.truncation();
				}
			}
		}

		private void visit(HprofElement element, HprofReader reader) throws IOException {
			switch (element) {
				case INSTANCE -> instance(reader);
				case OBJECT_ARRAY -> objectArray(reader);
				case PRIMITIVE_ARRAY -> mark(reader);
				case CLASS -> this.record.begin(reader);
				case ROOT -> FirstPass.this.roots.add(reader);
				default -> {
					// Nothing to find there.
				}
			}
		}

		private void instance(HprofReader reader) throws IOException {
			mark(reader);
			if (this.recentLoaderClasses.numberOf(reader.classId()) != LongIndex.ABSENT) {
				synchronized (FirstPass.this.permanentLoaders) {
					FirstPass.this.permanentLoaders.add(reader.id());
				}
			}
		}

		private void objectArray(HprofReader reader) throws IOException {
			mark(reader);
			if (reader.classId() != this.lastArrayClassId) {
				this.lastArrayClassId = reader.classId();
				synchronized (FirstPass.this.arrayClassIds) {
					FirstPass.this.arrayClassIds.add(reader.classId());
				}
			}
		}

		private void endClass(@Nullable HprofElement element, HprofReader reader) throws IOException {
			if (this.record.visit(element, reader) != null) {
				this.record.end();
				// A class that breaks off at the end of the dump does not count.
				if (reader.truncation() == null) {
					mark(this.record.id(), reader);
					if (!FirstPass.this.classes.add(this.record)) {
						throw malformed(reader, "more classes or fields than any JVM has");
					}
				}
			}
		}

		private void mark(HprofReader reader) throws IOException {
			mark(reader.id(), reader);
		}

		private void mark(long id, HprofReader reader) throws IOException {
			if ((id & 7) != 0) {
				throw malformed(reader, "object has the id 0x%x, expected a multiple of 8".formatted(id));
			}
			if (!this.marker.mark(id)) {
				throw malformed(reader, "objects are spread over more addresses than any heap has");
			}
		}

		private MalformedDumpException malformed(HprofReader reader, String problem) {
			return new MalformedDumpException(FirstPass.this.file.name(), reader.recordOffset(), problem);
		}

	}

}
