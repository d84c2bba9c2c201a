package io.github.heapwise.endpoint;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * {@link ServletOutputStream} that compresses what it passes on.
 */
class GzipServletOutputStream extends ServletOutputStream {

	private final ServletOutputStream target;

	private final ReleasableGzip gzip;

	GzipServletOutputStream(ServletOutputStream target) throws IOException {
		this.target = target;
		this.gzip = new ReleasableGzip(target);
	}

	@Override
	public void write(int b) throws IOException {
		this.gzip.write(b);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.gzip.write(bytes, offset, length);
	}

	@Override
	public void flush() throws IOException {
		this.gzip.flush();
	}

	@Override
	public boolean isReady() {
		return this.target.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		throw new UnsupportedOperationException("Operations write blocking");
	}

	void finish() throws IOException {
		this.gzip.finish();
	}

	/**
	 * Give back the native memory of the deflater. The stream cannot be used any more.
	 */
	void release() {
		this.gzip.release();
	}

}
