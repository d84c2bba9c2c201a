package io.github.heapwise.hprof;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The first pass of a redaction: reads a dump once and finds out what may stay. HotSpot
 * writes all its symbols as texts, string literals of loaded classes included; which of
 * them name a class, a field or a part of a stack is known only from who refers to them.
 * <p>
 * A text or a name that comes later in the dump than the class it belongs to is not
 * recognized, which no JVM does; then more is erased, never less.
 */
final class RedactionScan {

	// Several times what the largest applications have; 48 MB.
	private static final int MAX_NAMES = 1 << 21;

	private static final int MAX_KNOWN_CLASSES = 1 << 16;

	private final HprofFile file;

	private final RedactionSettings settings;

	private final CancelSignal cancel;

	private final LongIndex names = new LongIndex(MAX_NAMES);

	private final FieldLayouts layouts = new FieldLayouts();

	private final LongIndex keptClasses = new LongIndex(MAX_KNOWN_CLASSES);

	private final ThreadNames threadNames = new ThreadNames();

	private final Checkpoints checkpoints = new Checkpoints();

	private final NamedIds texts;

	private final Map<Long, String> knownClasses = new HashMap<>();

	// of the class whose fields are read
	private long classId;

	private @Nullable String className;

	RedactionScan(HprofFile file, RedactionSettings settings, CancelSignal cancel) {
		this.file = file;
		this.settings = settings;
		this.cancel = cancel;
		Set<String> known = new HashSet<>(settings.keptClasses());
		if (settings.keepThreadNames()) {
			known.addAll(ThreadNames.NAMES);
		}
		this.texts = new NamedIds(known);
	}

	RedactionPlan scan() throws IOException {
		Truncation truncation;
		long end;
		try (HprofReader reader = this.file.read(this.cancel)) {
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				this.checkpoints.pass(reader);
				collect(element, reader);
			}
			truncation = reader.truncation();
			end = (truncation != null) ? truncation.offset() : reader.body().position();
		}
		HprofRange whole = new HprofRange(HprofPosition.FIRST, end);
		this.layouts.resolve();
		LongIndex keptObjects = this.threadNames.find(this.file, whole, this.layouts, this.cancel);
		return new RedactionPlan(whole, truncation, this.names, this.layouts, this.keptClasses, keptObjects,
				this.checkpoints);
	}

	private void collect(HprofElement element, HprofReader reader) throws IOException {
		switch (element) {
			case UTF8 -> this.texts.learn(reader);
			case LOAD_CLASS -> loadClass(reader);
			case FRAME -> frame(reader);
			case START_THREAD -> startThread(reader);
			case CLASS -> beginClass(reader);
			case STATIC_FIELD -> keepName(reader, reader.nameId());
			case INSTANCE_FIELD -> instanceField(reader);
			default -> {
				// What is left names nothing.
			}
		}
	}

	private void loadClass(HprofReader reader) throws IOException {
		keepName(reader, reader.nameId());
		String name = this.texts.nameOf(reader.nameId());
		if (name != null && this.knownClasses.size() < MAX_KNOWN_CLASSES) {
			this.knownClasses.put(reader.id(), name);
			if (this.settings.keptClasses().contains(name)) {
				this.keptClasses.add(reader.id());
			}
		}
	}

	private void frame(HprofReader reader) throws IOException {
		keepName(reader, reader.nameId());
		keepName(reader, reader.signatureId());
		keepName(reader, reader.sourceId());
	}

	private void startThread(HprofReader reader) throws IOException {
		if (this.settings.keepThreadNames()) {
			keepName(reader, reader.body().id());
			keepName(reader, reader.body().id());
			keepName(reader, reader.body().id());
		}
	}

	private void beginClass(HprofReader reader) throws IOException {
		this.classId = reader.id();
		this.className = this.knownClasses.get(this.classId);
		require(this.layouts.beginClass(this.classId, reader.superId()), reader, "classes");
	}

	private void instanceField(HprofReader reader) throws IOException {
		keepName(reader, reader.nameId());
		boolean reference = reader.type() == BasicType.OBJECT;
		if (reference && this.className != null) {
			this.threadNames.learn(this.classId, this.className, this.texts.nameOf(reader.nameId()),
					this.layouts.declaredBytes());
		}
		boolean kept = reference || this.keptClasses.contains(this.classId);
		int bytes = BasicType.bytes(reader.type(), reader.idBytes());
		require(this.layouts.addField(bytes, !kept), reader, "fields");
	}

	private void keepName(HprofReader reader, long id) throws IOException {
		require(this.names.add(id) != LongIndex.ABSENT, reader, "names");
	}

	private void require(boolean room, HprofReader reader, String what) throws IOException {
		if (!room) {
			throw new MalformedDumpException(this.file.name(), reader.recordOffset(),
					"more " + what + " than any JVM has");
		}
	}

}
