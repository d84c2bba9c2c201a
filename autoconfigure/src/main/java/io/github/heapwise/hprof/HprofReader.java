package io.github.heapwise.hprof;

import java.io.Closeable;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Reads a dump from element to element without an object for any of them: {@link #next()}
 * tells what comes, the other methods its values, and {@link #body()} gives the rest,
 * which need not be read. About 25 ns an element, reading the file included.
 * <p>
 * Every length is held against the record, the segment and the file it lies in before
 * anything relies on it, so that lies lead to a {@link MalformedDumpException}. Of a
 * compressed dump the size is not known, so the body of the last element may break off.
 * <p>
 * Not thread-safe, but several readers of one file may run at the same time.
 */
public final class HprofReader implements Closeable {

	// u1 tag, u4 microseconds, u4 length
	private static final int RECORD_HEADER_BYTES = 9;

	/**
	 * More than any element has before its body.
	 */
	static final int MAX_HEADER_BYTES = 128;

	// Where in a class the reader is: its parts follow each other in this order.
	private static final int NO_CLASS = 0;

	private static final int CONSTANTS = 1;

	private static final int STATIC_FIELDS = 2;

	private static final int INSTANCE_FIELDS = 3;

	private final HprofInput input;

	private final String dump;

	private final HprofHeader header;

	private final int idBytes;

	private final int[] fixedBytesByTag;

	// exclusive; Long.MAX_VALUE if not known
	private final long end;

	// whether the dump, and not just the range to read, ends there
	private final boolean toEndOfDump;

	private @Nullable Truncation truncation;

	private boolean endSeen;

	private long segmentEnd;

	private long recordOffset;

	// 0 for a record outside of segments
	private long recordSegmentEnd;

	// end of what the record lies in
	private long recordLimit;

	private long bodyEnd;

	private int classPart;

	private int entriesLeft;

	private int tag;

	private long id;

	private long classId;

	private long superId;

	private long loaderId;

	private long nameId;

	private long signatureId;

	private long sourceId;

	private long instanceBytes;

	private long count;

	private long serial;

	private long threadSerial;

	private long number;

	private int type;

	/**
	 * Start to read.
	 * @param input the dump, at the start of the range
	 * @param dump name of the dump, for messages
	 * @param header header of the dump
	 * @param range what to read
	 * @param toEndOfDump whether the range is to end where the dump ends
	 */
	HprofReader(HprofInput input, String dump, HprofHeader header, HprofRange range, boolean toEndOfDump) {
		this.input = input;
		this.dump = dump;
		this.header = header;
		this.idBytes = header.idBytes();
		this.fixedBytesByTag = HprofTag.fixedBytesByTag(this.idBytes);
		this.end = range.to();
		this.toEndOfDump = toEndOfDump;
		this.segmentEnd = range.from().segmentEnd();
		this.bodyEnd = range.from().offset();
	}

	/**
	 * Go to the next element, past what is left of the body of this one.
	 * @return what it is, {@code null} after the last whole one
	 * @throws MalformedDumpException if the dump contradicts itself or its format
	 */
	public @Nullable HprofElement next() throws IOException {
		if (this.truncation != null || !leaveBody()) {
			return null;
		}
		while (this.classPart != NO_CLASS) {
			if (this.entriesLeft > 0) {
				this.entriesLeft--;
				return classEntry();
			}
			if (!nextClassPart()) {
				return null;
			}
		}
		if (this.input.position() >= this.end || !this.input.has(1)) {
			finish();
			return null;
		}
		return (this.input.position() < this.segmentEnd) ? heapRecord() : record();
	}

	/**
	 * Pass over the heap segment whose start this reader stands at.
	 */
	public void skipSegment() {
		this.bodyEnd = this.segmentEnd;
	}

	/**
	 * Go on at a later record.
	 * @param position where it starts, not before this reader
	 */
	void moveTo(HprofPosition position) throws IOException {
		this.input.skip(position.offset() - this.input.position());
		this.segmentEnd = position.segmentEnd();
		this.bodyEnd = position.offset();
		this.classPart = NO_CLASS;
	}

	/**
	 * Return how the dump ends too early, once there is no next element.
	 * @return what is missing, {@code null} if nothing is
	 */
	public @Nullable Truncation truncation() {
		return this.truncation;
	}

	/**
	 * Return where the record starts that the element is or is a part of.
	 * @return bytes from the start of the uncompressed dump
	 */
	public long recordOffset() {
		return this.recordOffset;
	}

	/**
	 * Return where to start for reading from this record on.
	 * @return start of the record that the element is or is a part of
	 */
	public HprofPosition recordPosition() {
		return new HprofPosition(this.recordOffset, this.recordSegmentEnd);
	}

	/**
	 * Return the dump at the body of the element, of which {@link #bodyBytes()} may be
	 * read.
	 * @return the input, the same for all elements
	 */
	public HprofInput body() {
		return this.input;
	}

	/**
	 * Return how much of the body was not read yet.
	 * @return bytes
	 */
	public long bodyBytes() {
		return this.bodyEnd - this.input.position();
	}

	public int idBytes() {
		return this.idBytes;
	}

	public int tag() {
		return this.tag;
	}

	public long id() {
		return this.id;
	}

	public long classId() {
		return this.classId;
	}

	public long superId() {
		return this.superId;
	}

	public long loaderId() {
		return this.loaderId;
	}

	public long nameId() {
		return this.nameId;
	}

	public long signatureId() {
		return this.signatureId;
	}

	public long sourceId() {
		return this.sourceId;
	}

	public long instanceBytes() {
		return this.instanceBytes;
	}

	public long count() {
		return this.count;
	}

	public long serial() {
		return this.serial;
	}

	public long threadSerial() {
		return this.threadSerial;
	}

	public long number() {
		return this.number;
	}

	/**
	 * Return the type of a field, constant or element of an array.
	 * @return one of {@link BasicType}
	 */
	public int type() {
		return this.type;
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

	private boolean leaveBody() throws IOException {
		long position = this.input.position();
		long rest = this.bodyEnd - position;
		if (rest <= 0) {
			return true;
		}
		long there = this.input.skip(Math.min(rest, this.end - position));
		return there == rest || truncate(rest, there);
	}

	private void finish() {
		long position = this.input.position();
		boolean endMissing = this.header.hasEndRecord() && !this.endSeen;
		if (this.toEndOfDump && (position < this.segmentEnd || endMissing)) {
			this.truncation = Truncation.betweenRecords(this.dump, position);
		}
	}

	private @Nullable HprofElement record() throws IOException {
		begin(0, Long.MAX_VALUE);
		if (!fixed(RECORD_HEADER_BYTES)) {
			return null;
		}
		this.tag = this.input.u1();
		this.input.skip(4);
		long length = this.input.u4();
		this.recordLimit = this.input.position() + length;
		if (this.tag == HprofTag.HEAP_DUMP || this.tag == HprofTag.HEAP_DUMP_SEGMENT) {
			return segment();
		}
		if (!within(length)) {
			return null;
		}
		return switch (this.tag) {
			case HprofTag.UTF8 -> utf8();
			case HprofTag.LOAD_CLASS -> loadClass();
			case HprofTag.FRAME -> frame();
			case HprofTag.TRACE -> trace();
			case HprofTag.START_THREAD -> startThread();
			default -> other();
		};
	}

	private HprofElement segment() {
		this.segmentEnd = this.recordLimit;
		this.bodyEnd = this.input.position();
		return HprofElement.SEGMENT;
	}

	private @Nullable HprofElement utf8() throws IOException {
		if (!fixed(this.idBytes)) {
			return null;
		}
		this.id = this.input.id();
		return restOfRecord(HprofElement.UTF8);
	}

	private @Nullable HprofElement loadClass() throws IOException {
		if (!fixed(2 * this.idBytes + 8)) {
			return null;
		}
		this.serial = this.input.u4();
		this.id = this.input.id();
		this.input.skip(4);
		this.nameId = this.input.id();
		return restOfRecord(HprofElement.LOAD_CLASS);
	}

	private @Nullable HprofElement frame() throws IOException {
		if (!fixed(4 * this.idBytes + 8)) {
			return null;
		}
		this.id = this.input.id();
		this.nameId = this.input.id();
		this.signatureId = this.input.id();
		this.sourceId = this.input.id();
		this.serial = this.input.u4();
		this.number = this.input.i4();
		return restOfRecord(HprofElement.FRAME);
	}

	private @Nullable HprofElement trace() throws IOException {
		if (!fixed(12)) {
			return null;
		}
		this.serial = this.input.u4();
		this.threadSerial = this.input.u4();
		this.count = this.input.u4();
		return within(this.count * this.idBytes) ? restOfRecord(HprofElement.TRACE) : null;
	}

	private @Nullable HprofElement startThread() throws IOException {
		if (!fixed(4 * this.idBytes + 8)) {
			return null;
		}
		this.serial = this.input.u4();
		this.id = this.input.id();
		this.input.skip(4);
		return restOfRecord(HprofElement.START_THREAD);
	}

	private HprofElement other() {
		this.endSeen |= this.tag == HprofTag.HEAP_DUMP_END;
		return restOfRecord(HprofElement.OTHER);
	}

	private @Nullable HprofElement heapRecord() throws IOException {
		begin(this.segmentEnd, this.segmentEnd);
		this.tag = this.input.u1();
		int fixedBytes = this.fixedBytesByTag[this.tag];
		if (fixedBytes == 0) {
			throw malformed("no record of a heap has the tag 0x%02x".formatted(this.tag));
		}
		if (!fixed(fixedBytes)) {
			return null;
		}
		this.id = this.input.id();
		return switch (this.tag) {
			case HprofTag.INSTANCE_DUMP -> instance();
			case HprofTag.OBJECT_ARRAY_DUMP -> objectArray();
			case HprofTag.PRIMITIVE_ARRAY_DUMP -> primitiveArray();
			case HprofTag.CLASS_DUMP -> classDump();
			default -> root(fixedBytes - this.idBytes);
		};
	}

	private @Nullable HprofElement instance() throws IOException {
		this.input.skip(4);
		this.classId = this.input.id();
		return body(this.input.u4(), HprofElement.INSTANCE);
	}

	private @Nullable HprofElement objectArray() throws IOException {
		this.input.skip(4);
		this.count = this.input.u4();
		this.classId = this.input.id();
		return arrayBody(this.idBytes, HprofElement.OBJECT_ARRAY);
	}

	private @Nullable HprofElement primitiveArray() throws IOException {
		this.input.skip(4);
		this.count = this.input.u4();
		return arrayBody(readType(), HprofElement.PRIMITIVE_ARRAY);
	}

	private HprofElement classDump() throws IOException {
		this.input.skip(4);
		this.superId = this.input.id();
		this.loaderId = this.input.id();
		this.input.skip(4L * this.idBytes);
		this.instanceBytes = this.input.u4();
		this.classPart = CONSTANTS;
		this.entriesLeft = this.input.u2();
		this.bodyEnd = this.input.position();
		return HprofElement.CLASS;
	}

	private HprofElement root(int detailBytes) throws IOException {
		boolean ofThread = detailBytes > 0 && this.tag != HprofTag.ROOT_JNI_GLOBAL;
		this.bodyEnd = this.input.position() + detailBytes;
		this.threadSerial = ofThread ? this.input.u4() : 0;
		this.number = (ofThread && detailBytes == 8) ? this.input.u4() : 0;
		return HprofElement.ROOT;
	}

	private boolean nextClassPart() throws IOException {
		if (this.classPart == INSTANCE_FIELDS) {
			this.classPart = NO_CLASS;
			return true;
		}
		if (!fixed(2)) {
			return false;
		}
		this.classPart++;
		this.entriesLeft = this.input.u2();
		this.bodyEnd = this.input.position();
		return true;
	}

	private @Nullable HprofElement classEntry() throws IOException {
		int keyBytes = (this.classPart == CONSTANTS) ? 2 : this.idBytes;
		if (!fixed(keyBytes + 1)) {
			return null;
		}
		this.nameId = (this.classPart == CONSTANTS) ? this.input.u2() : this.input.id();
		int valueBytes = readType();
		return switch (this.classPart) {
			case CONSTANTS -> body(valueBytes, HprofElement.CONSTANT);
			case STATIC_FIELDS -> body(valueBytes, HprofElement.STATIC_FIELD);
			default -> body(0, HprofElement.INSTANCE_FIELD);
		};
	}

	private int readType() throws IOException {
		this.type = this.input.u1();
		int bytes = BasicType.bytes(this.type, this.idBytes);
		if (bytes == 0) {
			throw malformed("no type has the number %d".formatted(this.type));
		}
		return bytes;
	}

	private @Nullable HprofElement arrayBody(int elementBytes, HprofElement element) throws IOException {
		return body(this.count * elementBytes, element);
	}

	private HprofElement restOfRecord(HprofElement element) {
		this.bodyEnd = this.recordLimit;
		return element;
	}

	private @Nullable HprofElement body(long bytes, HprofElement element) throws IOException {
		this.bodyEnd = this.input.position() + bytes;
		return within(bytes) ? element : null;
	}

	private void begin(long segmentEnd, long limit) {
		this.recordOffset = this.input.position();
		this.recordSegmentEnd = segmentEnd;
		this.recordLimit = limit;
	}

	// Whether bytes that the record must have are there.
	private boolean fixed(int bytes) throws IOException {
		return within(bytes) && (this.input.has(bytes) || truncate(bytes, this.input.buffered()));
	}

	private boolean within(long bytes) throws IOException {
		long position = this.input.position();
		if (position + bytes <= Math.min(this.recordLimit, this.end)) {
			return true;
		}
		if (this.recordLimit <= this.end) {
			throw malformed(
					"%d bytes declared, %d left in what surrounds them".formatted(bytes, this.recordLimit - position));
		}
		return truncate(bytes, this.end - position);
	}

	private boolean truncate(long declaredBytes, long remainingBytes) {
		this.truncation = Truncation.withinRecord(this.dump, this.recordOffset, declaredBytes, remainingBytes);
		return false;
	}

	private MalformedDumpException malformed(String problem) {
		return new MalformedDumpException(this.dump, this.recordOffset, problem);
	}

}
