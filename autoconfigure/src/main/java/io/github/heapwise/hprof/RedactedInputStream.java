package io.github.heapwise.hprof;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * The second pass of a redaction: gives the bytes of the dump, erased where they are not
 * to be seen. They are erased within the window of the reader, in which an object of any
 * size is worked on piece by piece.
 */
final class RedactedInputStream extends InputStream {

	private final String dump;

	private final RedactionPlan plan;

	private final HprofReader reader;

	private final HprofInput input;

	// What lies between this and the position of the input is redacted and not given out.
	private long sent;

	private boolean ended;

	// whether the primitives of the class stay whose parts are read
	private boolean keptClass;

	// The body is a sequence of spans, each either kept or erased.
	private long spanBytes;

	private boolean spanErased;

	private final FieldSpans fields;

	RedactedInputStream(HprofFile file, RedactionPlan plan, CancelSignal cancel) throws IOException {
		this.dump = file.name();
		this.plan = plan;
		this.fields = new FieldSpans(plan.layouts());
		this.reader = file.read(plan.range(), cancel);
		this.input = this.reader.body();
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		int count = Math.min(length, ready());
		this.input.copy(this.sent, count, target, offset);
		this.sent += count;
		return (count == 0 && length > 0) ? -1 : count;
	}

	/**
	 * Pass over bytes. Goes on at the last checkpoint before its destination, which costs
	 * the redaction of some megabytes, for compressed dumps also to uncompress all
	 * before.
	 */
	@Override
	public long skip(long count) throws IOException {
		long start = this.sent;
		long target = Math.min(start + Math.max(0, count), this.plan.bytes());
		HprofPosition checkpoint = this.plan.checkpoints().before(target);
		if (checkpoint.offset() > this.input.position()) {
			this.reader.moveTo(checkpoint);
			this.sent = checkpoint.offset();
		}
		while (this.sent < target && ready() > 0) {
			this.sent += Math.min(ready(), target - this.sent);
		}
		return this.sent - start;
	}

	@Override
	public long transferTo(OutputStream target) throws IOException {
		long start = this.sent;
		for (int count = ready(); count > 0; count = ready()) {
			this.input.copy(this.sent, count, target);
			this.sent += count;
		}
		return this.sent - start;
	}

	@Override
	public int available() {
		return (int) (this.input.position() - this.sent);
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	// How much can be given out; 0 at the end only.
	private int ready() throws IOException {
		while (available() == 0 && !this.ended) {
			if (this.input.has(1)) {
				this.input.has(HprofReader.MAX_HEADER_BYTES);
				redactWindow();
			}
			else {
				end();
			}
		}
		return available();
	}

	private void redactWindow() throws IOException {
		redactBody();
		while (this.reader.bodyBytes() == 0 && !this.ended && headerInWindow()) {
			HprofElement element = this.reader.next();
			if (element != null) {
				begin(element);
				redactBody();
			}
			else {
				end();
			}
		}
	}

	// Moving the window on would lose what was not given out.
	private boolean headerInWindow() {
		return this.input.buffered() >= HprofReader.MAX_HEADER_BYTES || this.input.ended();
	}

	private void begin(HprofElement element) {
		switch (element) {
			case UTF8 -> erase(!this.plan.names().contains(this.reader.id()));
			case TRACE -> keep(this.reader.count() * this.reader.idBytes());
			case START_THREAD -> keep(3L * this.reader.idBytes());
			case CLASS -> this.keptClass = this.plan.keptClasses().contains(this.reader.id());
			case CONSTANT, STATIC_FIELD -> erase(this.reader.type() != BasicType.OBJECT && !this.keptClass);
			case ROOT, OBJECT_ARRAY -> erase(false);
			case PRIMITIVE_ARRAY -> erase(!isKept());
			case INSTANCE -> instance();
			default -> erase(true);
		}
	}

	private void instance() {
		if (isKept()) {
			erase(false);
		}
		else if (this.fields.start(this.reader.classId(), this.reader.bodyBytes())) {
			this.spanBytes = 0;
		}
		else {
			erase(true);
		}
	}

	private boolean isKept() {
		return this.plan.keptObjects().contains(this.reader.id());
	}

	private void erase(boolean erased) {
		this.fields.clear();
		this.spanBytes = this.reader.bodyBytes();
		this.spanErased = erased;
	}

	private void keep(long bytes) {
		erase(false);
		this.spanBytes = bytes;
	}

	private void redactBody() throws IOException {
		long rest = this.reader.bodyBytes();
		while (rest > 0 && this.input.buffered() > 0) {
			if (this.spanBytes == 0) {
				nextSpan(rest);
			}
			int step = (int) Math.min(Math.min(this.spanBytes, rest), this.input.buffered());
			if (this.spanErased) {
				this.input.erase(step);
			}
			else {
				this.input.skip(step);
			}
			this.spanBytes -= step;
			rest -= step;
		}
	}

	private void nextSpan(long rest) {
		boolean field = this.fields.next();
		this.spanBytes = field ? this.fields.bytes() : rest;
		this.spanErased = !field || this.fields.erased();
	}

	private void end() throws IOException {
		this.ended = true;
		if (this.input.position() != this.plan.bytes()) {
			throw new EOFException("Heap dump '%s' ends at offset %d, it had %d bytes before. Read it again"
				.formatted(this.dump, this.input.position(), this.plan.bytes()));
		}
	}

}
