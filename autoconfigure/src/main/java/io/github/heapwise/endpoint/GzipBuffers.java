package io.github.heapwise.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

/**
 * Compresses a sequence of buffers into one gzip stream. Holds the compressed form of one
 * buffer at most.
 */
class GzipBuffers {

	private final DataBufferFactory factory;

	private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();

	private final ReleasableGzip gzip;

	GzipBuffers(DataBufferFactory factory) throws IOException {
		this.factory = factory;
		this.gzip = new ReleasableGzip(this.compressed);
	}

	/**
	 * Compress a buffer and release it.
	 * @param buffer the next part of the body
	 * @return what can be sent so far, possibly empty
	 */
	DataBuffer compress(DataBuffer buffer) {
		try (InputStream input = buffer.asInputStream(true)) {
			input.transferTo(this.gzip);
			return take();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * End the stream.
	 * @return the last part
	 */
	DataBuffer finish() {
		try {
			this.gzip.finish();
			return take();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Give back the native memory of the deflater, whether or not the stream has ended.
	 */
	void release() {
		this.gzip.release();
	}

	private DataBuffer take() {
		DataBuffer taken = this.factory.wrap(this.compressed.toByteArray());
		this.compressed.reset();
		return taken;
	}

}
