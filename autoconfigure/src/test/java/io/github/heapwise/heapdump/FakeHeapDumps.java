package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Dumps without a heap: what clients may do to them is noted, and their bytes are
 * computed.
 */
public final class FakeHeapDumps implements HeapDumps {

	public static final Instant TIME = Instant.parse("2026-01-31T10:15:30.123456Z");

	private final Map<String, HeapDump> dumps = new LinkedHashMap<>();

	private final List<DumpOrder> orders = new ArrayList<>();

	private final AtomicInteger readers = new AtomicInteger();

	private final AtomicLong readBytes = new AtomicLong();

	private @Nullable HeapDumpRefusedException refusal;

	private @Nullable IOException failure;

	/**
	 * Return a byte of a dump.
	 * @param raw whether of the one with values
	 * @param position its position
	 * @return the byte
	 */
	public static byte byteAt(boolean raw, long position) {
		return raw ? (byte) 1 : (byte) ('a' + position % 26);
	}

	public FakeHeapDumps with(String id, DumpState state, long sizeBytes) {
		return with(id, state, sizeBytes, TIME, "shop");
	}

	/**
	 * Add a finished dump of another time.
	 * @param id its id
	 * @param seconds how much later than others
	 * @return this
	 */
	public FakeHeapDumps withTime(String id, long seconds) {
		return withTime(id, seconds, "shop");
	}

	FakeHeapDumps withTime(String id, long seconds, String application) {
		return with(id, DumpState.READY, 1000, TIME.plusSeconds(seconds), application);
	}

	private synchronized FakeHeapDumps with(String id, DumpState state, long sizeBytes, Instant time,
			String application) {
		boolean there = state == DumpState.READY || state == DumpState.INDEXING;
		DumpFacts facts = new DumpFacts(time, 812, sizeBytes, false, 300, 500, 1000,
				Map.of("UseCompressedOops", "true"), "OpenJDK 64-Bit Server VM 25", application, "node-1", null);
		this.dumps.put(id,
				new HeapDump(id, DumpTrigger.SIGNAL, "why not", true, TIME, state, there ? 1 : 0.25,
						new DumpEstimate(900, 2000, true), there ? facts : null,
						(state == DumpState.FAILED) ? "No space left" : null));
		return this;
	}

	public synchronized void refuse(HeapDumpRefusedException.Cause cause, String message,
			@Nullable Duration retryAfter) {
		this.refusal = new HeapDumpRefusedException(cause, message, retryAfter);
	}

	public synchronized void fail(IOException ex) {
		this.failure = ex;
	}

	public synchronized List<DumpOrder> orders() {
		return List.copyOf(this.orders);
	}

	public int readers() {
		return this.readers.get();
	}

	public long readBytes() {
		return this.readBytes.get();
	}

	@Override
	public synchronized HeapDump request(DumpOrder order) {
		if (this.refusal != null) {
			throw this.refusal;
		}
		this.orders.add(order);
		String id = "dump-" + this.orders.size();
		HeapDump dump = new HeapDump(id, order.trigger(), (order.reason() != null) ? order.reason() : "", order.live(),
				TIME, DumpState.QUEUED, 0, estimate(order.live()), null, null);
		this.dumps.put(id, dump);
		return dump;
	}

	@Override
	public DumpEstimate estimate(boolean live) {
		return live ? new DumpEstimate(500, 1000, true) : new DumpEstimate(900, 2000, true);
	}

	@Override
	public synchronized List<HeapDump> all() {
		return this.dumps.values().stream().sorted(Comparator.comparing(HeapDump::id).reversed()).toList();
	}

	@Override
	public synchronized Optional<HeapDump> find(String id) {
		return Optional.ofNullable(this.dumps.get(id));
	}

	@Override
	public boolean isOwn(String id) {
		return !id.startsWith("foreign");
	}

	@Override
	public synchronized boolean delete(String id) {
		return this.dumps.remove(id) != null;
	}

	@Override
	public synchronized Optional<DumpContent> open(String id, boolean raw) throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		return find(id).filter((dump) -> dump.state() == DumpState.READY)
			.map(HeapDump::facts)
			.map((facts) -> new Content(raw, facts.sizeBytes()));
	}

	/**
	 * Computed bytes.
	 */
	private final class Content implements DumpContent {

		private final boolean raw;

		private final long length;

		private boolean closed;

		Content(boolean raw, long length) {
			this.raw = raw;
			this.length = length;
			FakeHeapDumps.this.readers.incrementAndGet();
		}

		@Override
		public long length() {
			return this.length;
		}

		@Override
		public InputStream open() {
			return new Bytes(this);
		}

		@Override
		public synchronized void close() {
			if (!this.closed) {
				this.closed = true;
				FakeHeapDumps.this.readers.decrementAndGet();
			}
		}

	}

	/**
	 * The bytes, one after the other.
	 */
	private final class Bytes extends InputStream {

		private final Content content;

		private long position;

		Bytes(Content content) {
			this.content = content;
		}

		@Override
		public int read() {
			byte[] single = new byte[1];
			return (read(single, 0, 1) > 0) ? single[0] : -1;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) {
			int count = (int) Math.min(length, this.content.length - this.position);
			for (int i = 0; i < count; i++) {
				buffer[offset + i] = byteAt(this.content.raw, this.position++);
			}
			FakeHeapDumps.this.readBytes.addAndGet(count);
			return (count > 0 || length == 0) ? count : -1;
		}

		@Override
		public long skip(long count) {
			long skipped = Math.max(0, Math.min(count, this.content.length - this.position));
			this.position += skipped;
			return skipped;
		}

		@Override
		public void close() {
			this.content.close();
		}

	}

}
