package io.github.heapwise.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.MimeTypeUtils;

/**
 * What a client wants of a large file: the whole, parts of it, or its headers only.
 * <p>
 * Spring does ranges as well. But WebFlux gets to the middle of what is no plain file by
 * reading all before it, Spring MVC sends the whole file along with the refusal of a
 * range, and neither looks at {@code If-Range}. So our filters keep the header from
 * Spring and turn its answer, which is the whole file, into what was asked for. The file
 * is opened between {@link #opening} and its end, by the same thread.
 */
public final class Download {

	private static final ThreadLocal<Download> CURRENT = new ThreadLocal<>();

	private final boolean headersOnly;

	private final @Nullable String range;

	private final String boundary = MimeTypeUtils.generateMultipartBoundaryString();

	private Download(boolean headersOnly, @Nullable String range) {
		this.headersOnly = headersOnly;
		this.range = range;
	}

	/**
	 * Return the download that a request asks for.
	 * @param target what is asked for
	 * @param method method of the request
	 * @param range the header of that name
	 * @param ifRange the header of that name: which file the client has the beginning of
	 * @return the download, or {@code null} where it is none of a large file
	 */
	static @Nullable Download of(EndpointTarget target, String method, @Nullable String range,
			@Nullable String ifRange) {
		String heapDump = target.heapDump();
		if (heapDump == null) {
			return null;
		}
		boolean parts = HttpMethod.GET.matches(method)
				&& (ifRange == null || ifRange.strip().equals(ResponseHeaders.etag(heapDump)));
		return new Download(HttpMethod.HEAD.matches(method), parts ? range : null);
	}

	/**
	 * Open a file on behalf of the client that this thread serves.
	 * @param length length of the file
	 * @param file opens the file
	 * @return what is to be sent of it
	 * @throws IOException if it cannot be opened
	 */
	public static InputStream open(long length, Source file) throws IOException {
		Download current = CURRENT.get();
		return (current != null) ? current.openExtract(length, file) : file.open();
	}

	private InputStream openExtract(long length, Source file) throws IOException {
		return this.headersOnly ? InputStream.nullInputStream() : extract(length).open(file);
	}

	boolean isHeadersOnly() {
		return this.headersOnly;
	}

	/**
	 * Return what is to be sent of a file.
	 * @param length length of the file
	 * @return what is to be sent, the same each time
	 */
	FileExtract extract(long length) {
		List<ByteRange> parts = (this.range != null) ? ByteRange.parse(this.range, length) : null;
		return (parts != null) ? FileExtract.of(parts, length, this.boundary) : FileExtract.whole(length);
	}

	/**
	 * Begin to do, on this thread, what opens the file.
	 * @return to be closed when that is done
	 */
	Opening opening() {
		CURRENT.set(this);
		return CURRENT::remove;
	}

	/**
	 * Opens a file.
	 */
	@FunctionalInterface
	public interface Source {

		/**
		 * Open the file.
		 * @return its bytes from the beginning, cheap to skip
		 * @throws IOException if it cannot be opened
		 */
		InputStream open() throws IOException;

	}

	/**
	 * What is going on while a file is opened.
	 */
	@FunctionalInterface
	interface Opening extends AutoCloseable {

		@Override
		void close();

	}

}
