package io.github.heapwise.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.MimeTypeUtils;

/**
 * What a client wants of a large file: the whole, parts of it, or its headers only.
 * <p>
 * Spring does ranges as well. But WebFlux gets to the middle of what is no plain file by
 * reading all before it, Spring MVC sends the whole file along with the refusal of a
 * range, and neither looks at {@code If-Range}. So our filters keep the header from
 * Spring and turn its answer, which has the length of the whole file, into what was asked
 * for. Operations see no headers: the filters tell them of the download by a parameter
 * that nobody can guess, {@value #PARAMETER}.
 */
public final class Download {

	static final String PARAMETER = "download";

	private static final Map<String, Download> UNDER_WAY = new ConcurrentHashMap<>();

	private final boolean headersOnly;

	private final @Nullable String range;

	private final String key = MimeTypeUtils.generateMultipartBoundaryString();

	private Download(boolean headersOnly, @Nullable String range) {
		this.headersOnly = headersOnly;
		this.range = range;
	}

	/**
	 * Begin the download that a request asks for.
	 * @param target what is asked for
	 * @param method method of the request
	 * @param range the header of that name
	 * @param ifRange the header of that name: which file the client has the beginning of
	 * @return the download, to be ended, or {@code null} where it is none of a large file
	 */
	static @Nullable Download begin(EndpointTarget target, String method, @Nullable String range,
			@Nullable String ifRange) {
		String heapDump = target.heapDump();
		if (heapDump == null) {
			return null;
		}
		boolean parts = HttpMethod.GET.matches(method)
				&& (ifRange == null || ifRange.strip().equals(ResponseHeaders.etag(heapDump)));
		Download download = new Download(HttpMethod.HEAD.matches(method), parts ? range : null);
		UNDER_WAY.put(download.key, download);
		return download;
	}

	/**
	 * Return the download that an operation is asked for.
	 * @param parameter the value of {@value #PARAMETER}
	 * @return the download, or {@code null} where no filter of ours knows of it: then it
	 * is one of the whole file
	 */
	public static @Nullable Download underWay(@Nullable String parameter) {
		return (parameter != null) ? UNDER_WAY.get(parameter) : null;
	}

	/**
	 * Forget the download.
	 */
	void end() {
		UNDER_WAY.remove(this.key);
	}

	String key() {
		return this.key;
	}

	boolean isHeadersOnly() {
		return this.headersOnly;
	}

	/**
	 * Open what is to be sent of a file.
	 * @param length length of the file
	 * @param file opens the file; not called where nothing of it is sent
	 * @return what is to be sent of it
	 * @throws IOException if it cannot be opened
	 */
	public InputStream open(long length, Source file) throws IOException {
		return this.headersOnly ? InputStream.nullInputStream() : extract(length).open(file);
	}

	/**
	 * Return what is to be sent of a file.
	 * @param length length of the file
	 * @return what is to be sent, the same each time
	 */
	FileExtract extract(long length) {
		List<ByteRange> parts = (this.range != null) ? ByteRange.parse(this.range, length) : null;
		return (parts != null) ? FileExtract.of(parts, length, this.key) : FileExtract.whole(length);
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

}
