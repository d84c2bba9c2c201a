package io.github.heapwise.hprof;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a dump as HotSpot does: records of the heap gathered in segments of about 1 MB,
 * larger ones in a segment of their own.
 */
public final class HprofWriter implements Closeable {

	private static final int SEGMENT_BYTES = 1 << 20;

	private final DataOutputStream out;

	private final int idBytes;

	// Before 1.0.2 there were no segments and no end record.
	private final boolean segments;

	private final ByteBuffer segment = ByteBuffer.allocate(SEGMENT_BYTES);

	private boolean withinLargeRecord;

	public HprofWriter(OutputStream out, String format, int idBytes) throws IOException {
		this.out = new DataOutputStream(out);
		this.idBytes = idBytes;
		this.segments = !format.endsWith("1.0.1");
		this.out.write(format.getBytes(StandardCharsets.US_ASCII));
		this.out.write(0);
		this.out.writeInt(idBytes);
		this.out.writeLong(1_700_000_000_000L);
	}

	public int idBytes() {
		return this.idBytes;
	}

	public void utf8(long id, byte[] text) throws IOException {
		recordHeader(HprofTag.UTF8, this.idBytes + text.length);
		writeId(id);
		this.out.write(text);
	}

	public void loadClass(int serial, long id, long nameId) throws IOException {
		recordHeader(HprofTag.LOAD_CLASS, 2 * this.idBytes + 8);
		this.out.writeInt(serial);
		writeId(id);
		this.out.writeInt(0);
		writeId(nameId);
	}

	public void frame(long id, long nameId, long signatureId, long sourceId, int classSerial, int line)
			throws IOException {
		recordHeader(HprofTag.FRAME, 4 * this.idBytes + 8);
		writeId(id);
		writeId(nameId);
		writeId(signatureId);
		writeId(sourceId);
		this.out.writeInt(classSerial);
		this.out.writeInt(line);
	}

	public void trace(int serial, int threadSerial, long... frameIds) throws IOException {
		recordHeader(HprofTag.TRACE, 12 + frameIds.length * this.idBytes);
		this.out.writeInt(serial);
		this.out.writeInt(threadSerial);
		this.out.writeInt(frameIds.length);
		for (long id : frameIds) {
			writeId(id);
		}
	}

	public void startThread(int serial, long id, long nameId, long groupNameId, long parentNameId) throws IOException {
		recordHeader(HprofTag.START_THREAD, 4 * this.idBytes + 8);
		this.out.writeInt(serial);
		writeId(id);
		this.out.writeInt(0);
		writeId(nameId);
		writeId(groupNameId);
		writeId(parentNameId);
	}

	/**
	 * Write a record as it is.
	 * @param tag its tag
	 * @param body what follows its header
	 */
	public void record(int tag, byte[] body) throws IOException {
		recordHeader(tag, body.length);
		this.out.write(body);
	}

	/**
	 * Begin a record of the heap. Its parts are written by the methods named {@code put}.
	 * @param tag its tag
	 * @param bytes what the record will have besides the tag
	 */
	public void begin(int tag, long bytes) throws IOException {
		if (this.withinLargeRecord || this.segment.remaining() <= bytes) {
			endSegment();
		}
		this.withinLargeRecord = bytes >= SEGMENT_BYTES;
		if (this.withinLargeRecord) {
			segmentHeader(1 + bytes);
		}
		put1(tag);
	}

	public void put1(int value) throws IOException {
		room(1).put((byte) value);
	}

	public void put2(int value) throws IOException {
		room(2).putShort((short) value);
	}

	public void put4(int value) throws IOException {
		room(4).putInt(value);
	}

	public void put8(long value) throws IOException {
		room(8).putLong(value);
	}

	public void putId(long id) throws IOException {
		if (this.idBytes == Long.BYTES) {
			put8(id);
		}
		else {
			put4((int) id);
		}
	}

	public void put(byte[] bytes) throws IOException {
		for (int offset = 0; offset < bytes.length;) {
			int step = Math.min(room(1).remaining(), bytes.length - offset);
			this.segment.put(bytes, offset, step);
			offset += step;
		}
	}

	public void root(int tag, long id, int... details) throws IOException {
		begin(tag, this.idBytes + 4L * details.length);
		putId(id);
		for (int detail : details) {
			put4(detail);
		}
	}

	/**
	 * End the segment, so that the next record starts another one.
	 */
	public void endSegment() throws IOException {
		if (!this.withinLargeRecord && this.segment.position() > 0) {
			segmentHeader(this.segment.position());
		}
		flushSegment();
		this.withinLargeRecord = false;
	}

	/**
	 * End the dump.
	 */
	public void end() throws IOException {
		endSegment();
		if (this.segments) {
			record(HprofTag.HEAP_DUMP_END, new byte[0]);
		}
		this.out.flush();
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

	private ByteBuffer room(int bytes) throws IOException {
		if (this.segment.remaining() < bytes) {
			flushSegment();
		}
		return this.segment;
	}

	private void flushSegment() throws IOException {
		this.out.write(this.segment.array(), 0, this.segment.position());
		this.segment.clear();
	}

	private void segmentHeader(long bytes) throws IOException {
		recordHeader(this.segments ? HprofTag.HEAP_DUMP_SEGMENT : HprofTag.HEAP_DUMP, bytes);
	}

	private void recordHeader(int tag, long bytes) throws IOException {
		this.out.writeByte(tag);
		this.out.writeInt(0);
		this.out.writeInt((int) bytes);
	}

	private void writeId(long id) throws IOException {
		if (this.idBytes == Long.BYTES) {
			this.out.writeLong(id);
		}
		else {
			this.out.writeInt((int) id);
		}
	}

	/**
	 * Write a dump to memory.
	 * @param format name and version of the format
	 * @param idBytes size of an id
	 * @param content what to write between header and end
	 * @return the bytes of the dump
	 */
	static byte[] bytes(String format, int idBytes, Content content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (HprofWriter writer = new HprofWriter(bytes, format, idBytes)) {
			content.writeTo(writer);
			writer.end();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Writes some records.
	 */
	@FunctionalInterface
	public interface Content {

		void writeTo(HprofWriter writer) throws IOException;

	}

}
