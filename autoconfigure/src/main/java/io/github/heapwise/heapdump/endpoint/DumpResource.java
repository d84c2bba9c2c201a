package io.github.heapwise.heapdump.endpoint;

import java.io.IOException;
import java.io.InputStream;

import io.github.heapwise.endpoint.Download;
import io.github.heapwise.heapdump.DumpContent;
import io.github.heapwise.heapdump.HeapDumps;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;

/**
 * The bytes of a finished dump, or the parts of it that a client asks for. Every stream
 * keeps the dump from being deleted until it is closed.
 */
final class DumpResource extends AbstractResource {

	private final HeapDumps dumps;

	private final String id;

	private final boolean raw;

	private final long length;

	private final @Nullable Download download;

	DumpResource(HeapDumps dumps, String id, boolean raw, long length, @Nullable Download download) {
		this.dumps = dumps;
		this.id = id;
		this.raw = raw;
		this.length = length;
		this.download = download;
	}

	// That of the whole file, whatever is sent of it.
	@Override
	public long contentLength() {
		return this.length;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return (this.download != null) ? this.download.open(this.length, this::open) : open();
	}

	// Not a FileNotFoundException: Spring takes that for an empty file.
	private InputStream open() throws IOException {
		DumpContent content = this.dumps.open(this.id, this.raw)
			.orElseThrow(() -> new IOException("Heap dump '%s' was deleted meanwhile".formatted(this.id)));
		try {
			return content.open();
		}
		catch (IOException | RuntimeException ex) {
			content.close();
			throw ex;
		}
	}

	@Override
	public String getDescription() {
		return "heap dump '%s'".formatted(this.id);
	}

}
