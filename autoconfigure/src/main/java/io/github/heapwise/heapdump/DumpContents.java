package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Opens finished dumps.
 */
final class DumpContents {

	private final DumpCatalog catalog;

	private final Redactions redactions;

	DumpContents(DumpCatalog catalog, Redactions redactions) {
		this.catalog = catalog;
		this.redactions = redactions;
	}

	Optional<DumpContent> open(String id, boolean raw) {
		return this.catalog.lease(id)
			.map((lease) -> new LeasedContent(lease, raw ? DumpContents::asKept : this::withoutValues));
	}

	InputStream withoutValues(DumpLease lease) throws IOException {
		StoredDump stored = lease.stored();
		return stored.facts().redacted() ? asKept(lease) : this.redactions.of(stored.id(), lease.file()).open();
	}

	private static InputStream asKept(DumpLease lease) throws IOException {
		return Files.newInputStream(lease.file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
	}

}
