package io.github.heapwise.heapdump;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a dump that is not deleted meanwhile.
 */
final class LeasedContent implements DumpContent {

	private final DumpLease lease;

	private final Source source;

	LeasedContent(DumpLease lease, Source source) {
		this.lease = lease;
		this.source = source;
	}

	@Override
	public long length() {
		return this.lease.stored().facts().sizeBytes();
	}

	@Override
	public InputStream open() throws IOException {
		return new FilterInputStream(source()) {

			@Override
			public void close() throws IOException {
				try {
					super.close();
				}
				finally {
					LeasedContent.this.close();
				}
			}

		};
	}

	@Override
	public void close() {
		this.lease.close();
	}

	private InputStream source() throws IOException {
		try {
			return this.source.open(this.lease);
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Opens what is read of a dump.
	 */
	@FunctionalInterface
	interface Source {

		InputStream open(DumpLease lease) throws IOException;

	}

}
