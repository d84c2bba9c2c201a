package io.github.heapwise.heapdump;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Takes note of what is asked for and writes nothing. Refuses everything while it is told
 * to.
 */
final class RecordedDumps implements HeapDumps {

	final List<DumpOrder> orders = new CopyOnWriteArrayList<>();

	final List<HeapDump> earlier = new ArrayList<>();

	@Nullable RuntimeException failure;

	final AtomicInteger calls = new AtomicInteger();

	@Override
	public HeapDump request(DumpOrder order) {
		if (this.failure == null) {
			this.orders.add(order);
		}
		this.calls.incrementAndGet();
		if (this.failure != null) {
			throw this.failure;
		}
		return dump(order.trigger(), Instant.EPOCH);
	}

	static HeapDump dump(DumpTrigger trigger, Instant requestedAt) {
		return new HeapDump("any", trigger, "", false, requestedAt, DumpState.QUEUED, 0, null, null, null);
	}

	List<String> reasons() {
		return this.orders.stream().map((order) -> String.valueOf(order.reason())).toList();
	}

	@Override
	public DumpEstimate estimate(boolean live) {
		return new DumpEstimate(1, 2, live);
	}

	@Override
	public List<HeapDump> all() {
		return this.earlier;
	}

	@Override
	public Optional<HeapDump> find(String id) {
		return this.earlier.stream().filter((dump) -> dump.id().equals(id)).findFirst();
	}

	@Override
	public boolean isOwn(String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean delete(String id) {
		return this.earlier.removeIf((dump) -> dump.id().equals(id));
	}

	@Override
	public Optional<DumpContent> open(String id, boolean raw) throws IOException {
		throw new IOException(id + " " + raw);
	}

}
