package io.github.heapwise.endpoint;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Response of one of our endpoints. Headers that depend on the status and the content
 * type are set when the body begins: both are known then, and nothing is sent yet.
 * <p>
 * Used by one request thread. Holds a few KB, however long the body.
 */
class EndpointResponse extends HttpServletResponseWrapper implements AutoCloseable {

	private static final long UNKNOWN = -1;

	private final LateHeaders lateHeaders;

	private final boolean gzipAccepted;

	private final @Nullable Download download;

	// Kept back until we know whether the body is compressed: it cannot be taken back.
	private long contentLength = UNKNOWN;

	private @Nullable ServletOutputStream output;

	private @Nullable GzipServletOutputStream gzip;

	EndpointResponse(HttpServletResponse response, LateHeaders lateHeaders, boolean gzipAccepted,
			@Nullable Download download) {
		super(response);
		this.lateHeaders = lateHeaders;
		this.gzipAccepted = gzipAccepted;
		this.download = download;
	}

	@Override
	public void setContentLength(int length) {
		this.contentLength = length;
	}

	@Override
	public void setContentLengthLong(long length) {
		this.contentLength = length;
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (!keepBack(name, value)) {
			super.setHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, @Nullable String value) {
		if (!keepBack(name, value)) {
			super.addHeader(name, value);
		}
	}

	private boolean keepBack(String name, @Nullable String value) {
		boolean length = HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name) && value != null;
		if (length) {
			this.contentLength = Long.parseLong(value);
		}
		return length;
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		if (this.output == null) {
			this.output = open();
		}
		return this.output;
	}

	private ServletOutputStream open() throws IOException {
		// Without a length it comes from a stack that does not know of our parameter
		// either.
		if (this.download != null && getStatus() == SC_OK && this.contentLength != UNKNOWN) {
			extract(this.download.extract(this.contentLength));
		}
		begin();
		if (!Compression.isWorthwhile(getContentType(), this.contentLength)) {
			sendContentLength();
			return super.getOutputStream();
		}
		super.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (!this.gzipAccepted) {
			sendContentLength();
			return super.getOutputStream();
		}
		super.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		this.gzip = new GzipServletOutputStream(super.getOutputStream());
		return this.gzip;
	}

	private void extract(FileExtract extract) {
		setStatus(extract.status());
		extract.headers().forEach(super::setHeader);
		this.contentLength = extract.length();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		begin();
		sendContentLength();
		return super.getWriter();
	}

	private void begin() {
		this.lateHeaders.of(getStatus(), getContentType()).forEach(super::setHeader);
	}

	private void sendContentLength() {
		if (this.contentLength != UNKNOWN) {
			super.setContentLengthLong(this.contentLength);
		}
	}

	@Override
	public void sendError(int status) throws IOException {
		discard();
		super.sendError(status);
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		discard();
		super.sendError(status, message);
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		discard();
	}

	@Override
	public void reset() {
		super.reset();
		discard();
	}

	/**
	 * End a body that was written without an error.
	 * @throws IOException if the client is gone
	 */
	void finish() throws IOException {
		if (this.gzip != null) {
			this.gzip.finish();
			this.gzip.release();
			this.gzip = null;
		}
	}

	/**
	 * Forget a body that was not finished. What the container answers instead is not
	 * compressed.
	 */
	@Override
	public void close() {
		discard();
	}

	private void discard() {
		if (this.gzip != null) {
			this.gzip.release();
			this.gzip = null;
			this.output = null;
			if (!isCommitted()) {
				super.setHeader(HttpHeaders.CONTENT_ENCODING, null);
			}
		}
	}

	/**
	 * Headers that are known when the body begins.
	 */
	@FunctionalInterface
	interface LateHeaders {

		Map<String, String> of(int status, @Nullable String contentType);

	}

}
