package io.github.heapwise.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@link GZIPOutputStream} that can be given up half way: closing the original would
 * write the end of a stream that has not ended.
 */
class ReleasableGzip extends GZIPOutputStream {

	private static final int BUFFER_BYTES = 4096;

	ReleasableGzip(OutputStream target) throws IOException {
		super(target, BUFFER_BYTES);
	}

	/**
	 * Give back the native memory of the deflater. The stream cannot be used any more.
	 */
	void release() {
		this.def.end();
	}

}
