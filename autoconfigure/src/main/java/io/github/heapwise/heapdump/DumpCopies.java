package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Copies finished dumps elsewhere, on a thread that is there while it has something to
 * do: a place elsewhere that does not answer holds up no dump.
 */
final class DumpCopies implements AutoCloseable {

	private static final int MAX_WAITING = 100;

	private final List<HeapDumpStore> stores;

	private final DumpCatalog catalog;

	private final LeasedContent.Source source;

	private final Consumer<String> onProblem;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(MAX_WAITING), (task) -> DumpThreads.create(task, "heapdump-copy"));

	/**
	 * Create it.
	 * @param stores where to copy to
	 * @param catalog where finished dumps are
	 * @param source opens a dump without its values
	 * @param onProblem told what failed
	 */
	DumpCopies(List<HeapDumpStore> stores, DumpCatalog catalog, LeasedContent.Source source,
			Consumer<String> onProblem) {
		this.stores = List.copyOf(stores);
		this.catalog = catalog;
		this.source = source;
		this.onProblem = onProblem;
		this.executor.allowCoreThreadTimeOut(true);
	}

	void copy(StoredDump stored) {
		if (this.stores.isEmpty()) {
			return;
		}
		try {
			this.executor.execute(() -> copyToAll(stored.id()));
		}
		catch (RejectedExecutionException ex) {
			this.onProblem.accept("Heap dump '%s' is not copied: %d wait already, or the application is being stopped"
				.formatted(stored.id(), MAX_WAITING));
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	private void copyToAll(String id) {
		this.catalog.lease(id).ifPresent((lease) -> {
			try (lease) {
				this.stores.forEach((store) -> copy(lease, store));
			}
		});
	}

	private void copy(DumpLease lease, HeapDumpStore store) {
		StoredDump stored = lease.stored();
		String fileName = DumpFileName.of(stored.dump());
		try (InputStream in = this.source.open(lease)) {
			store.store(stored.dump(), fileName, in, stored.facts().sizeBytes());
		}
		catch (Exception | LinkageError ex) {
			String failure = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
			this.onProblem.accept("Heap dump '%s' is not copied: %s".formatted(stored.id(), failure));
			note(stored, ex);
		}
	}

	// Without the message, which may name a path or an address.
	private void note(StoredDump stored, Throwable cause) {
		try {
			this.catalog.update(stored.withCopyFailure("The dump is not copied elsewhere: '%s'; the log has more"
				.formatted(cause.getClass().getSimpleName())));
		}
		catch (IOException ex) {
			this.onProblem.accept("Heap dump '%s' cannot be marked as not copied: %s".formatted(stored.id(), ex));
		}
	}

}
