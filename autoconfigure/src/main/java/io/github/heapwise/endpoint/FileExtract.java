package io.github.heapwise.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.heapwise.endpoint.ExtractInputStream.Piece;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What is sent of a file: all of it, a part, several parts, or nothing.
 *
 * @param status status of the answer
 * @param headers its headers, by name
 * @param length length of its body
 * @param pieces what the body is made of, {@code null} for the file as it is
 */
record FileExtract(int status, Map<String, String> headers, long length, @Nullable List<Piece> pieces) {

	private static final int OK = 200;

	private static final int PARTIAL_CONTENT = 206;

	private static final int RANGE_NOT_SATISFIABLE = 416;

	static FileExtract whole(long fileLength) {
		return new FileExtract(OK, Map.of(), fileLength, null);
	}

	static FileExtract of(List<ByteRange> ranges, long fileLength, String boundary) {
		return switch (ranges.size()) {
			case 0 -> new FileExtract(RANGE_NOT_SATISFIABLE, Map.of(HttpHeaders.CONTENT_RANGE, "bytes */" + fileLength),
					0, List.of());
			case 1 -> of(PARTIAL_CONTENT, Map.of(HttpHeaders.CONTENT_RANGE, contentRange(ranges.get(0), fileLength)),
					List.of(Piece.of("", ranges.get(0))));
			default ->
				of(PARTIAL_CONTENT, Map.of(HttpHeaders.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary),
						parts(ranges, fileLength, boundary));
		};
	}

	private static FileExtract of(int status, Map<String, String> headers, List<Piece> pieces) {
		return new FileExtract(status, headers, pieces.stream().mapToLong(Piece::length).sum(), pieces);
	}

	private static List<Piece> parts(List<ByteRange> ranges, long fileLength, String boundary) {
		List<Piece> pieces = new ArrayList<>();
		for (ByteRange range : ranges) {
			pieces.add(Piece.of("\r\n--%s\r\nContent-Type: application/octet-stream\r\nContent-Range: %s\r\n\r\n"
				.formatted(boundary, contentRange(range, fileLength)), range));
		}
		pieces.add(new Piece("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII), 0, 0));
		return pieces;
	}

	private static String contentRange(ByteRange range, long fileLength) {
		return "bytes %d-%d/%d".formatted(range.start(), range.end(), fileLength);
	}

	/**
	 * Return the body.
	 * @param file opens the file; not called where nothing of it is sent
	 * @return the body, whose end closes the file
	 * @throws IOException if the file cannot be opened
	 */
	InputStream open(Download.Source file) throws IOException {
		if (this.pieces == null) {
			return file.open();
		}
		return this.pieces.isEmpty() ? InputStream.nullInputStream()
				: new ExtractInputStream(file.open(), this.pieces.iterator());
	}

}
