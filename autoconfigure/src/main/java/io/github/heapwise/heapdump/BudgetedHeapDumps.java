package io.github.heapwise.heapdump;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Dumps of which each trigger may have only so many. Those of earlier runs count as far
 * as they are still there.
 */
public final class BudgetedHeapDumps implements HeapDumps {

	private final HeapDumps dumps;

	private final Clock clock;

	private final TriggerBudget budget;

	private boolean remembered;

	/**
	 * Create an instance. Earlier dumps are looked at with the first request.
	 * @param dumps takes and keeps the dumps
	 * @param allowances how often each trigger may
	 * @param clock tells how long ago earlier dumps were
	 */
	public BudgetedHeapDumps(HeapDumps dumps, Function<DumpTrigger, DumpAllowance> allowances, Clock clock) {
		this(dumps, new TriggerBudget(allowances, System::nanoTime), clock);
	}

	BudgetedHeapDumps(HeapDumps dumps, TriggerBudget budget, Clock clock) {
		this.dumps = dumps;
		this.budget = budget;
		this.clock = clock;
	}

	@Override
	public HeapDump request(DumpOrder order) {
		rememberEarlier();
		this.budget.take(order.trigger());
		boolean accepted = false;
		try {
			HeapDump dump = this.dumps.request(order);
			accepted = true;
			return dump;
		}
		finally {
			if (!accepted) {
				this.budget.giveBack(order.trigger());
			}
		}
	}

	@Override
	public DumpEstimate estimate(boolean live) {
		return this.dumps.estimate(live);
	}

	@Override
	public List<HeapDump> all() {
		return this.dumps.all();
	}

	@Override
	public Optional<HeapDump> find(String id) {
		return this.dumps.find(id);
	}

	@Override
	public boolean isOwn(String id) {
		return this.dumps.isOwn(id);
	}

	@Override
	public boolean delete(String id) {
		return this.dumps.delete(id);
	}

	@Override
	public Optional<DumpContent> open(String id, boolean raw) throws IOException {
		return this.dumps.open(id, raw);
	}

	private synchronized void rememberEarlier() {
		if (!this.remembered) {
			this.remembered = true;
			Instant now = this.clock.instant();
			this.dumps.all()
				.stream()
				.sorted(Comparator.comparing(HeapDump::requestedAt))
				.forEach((dump) -> this.budget.remember(dump.trigger(), age(dump, now)));
		}
	}

	// One of the future, from before the clock was set back, counts as one of now.
	private static Duration age(HeapDump dump, Instant now) {
		Duration age = Duration.between(dump.requestedAt(), now);
		return age.isNegative() ? Duration.ZERO : age;
	}

}
