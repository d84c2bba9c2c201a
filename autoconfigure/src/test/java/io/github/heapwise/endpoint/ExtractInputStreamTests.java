package io.github.heapwise.endpoint;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.heapwise.endpoint.ExtractInputStream.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExtractInputStream}.
 */
class ExtractInputStreamTests {

	private static final byte[] FILE = "abcdefghij".getBytes(StandardCharsets.US_ASCII);

	@Test
	void piecesComeOneAfterTheOther() throws IOException {
		InputStream extract = extract(Piece.of("1:", new ByteRange(2, 3)), Piece.of("2:", new ByteRange(9, 9)),
				new Piece("end".getBytes(StandardCharsets.US_ASCII), 0, 0));
		assertThat(new String(extract.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("1:cd2:jend");
		assertThat(extract.read()).isEqualTo(-1);
	}

	@Test
	void bytesCanBeReadOneByOne() throws IOException {
		InputStream extract = extract(Piece.of("x", new ByteRange(0, 1)));
		assertThat(new int[] { extract.read(), extract.read(), extract.read(), extract.read() }).containsExactly('x',
				'a', 'b', -1);
	}

	@Test
	void readWhenTheFileIsShorterThanItWasShouldFail() {
		assertThatExceptionOfType(EOFException.class)
			.isThrownBy(() -> extract(Piece.of("", new ByteRange(8, 20))).readAllBytes());
		assertThatExceptionOfType(EOFException.class)
			.isThrownBy(() -> extract(Piece.of("", new ByteRange(12, 20))).readAllBytes());
	}

	private static InputStream extract(Piece... pieces) {
		return new ExtractInputStream(new ByteArrayInputStream(FILE), List.of(pieces).iterator());
	}

}
