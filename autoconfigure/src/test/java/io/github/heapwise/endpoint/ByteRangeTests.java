package io.github.heapwise.endpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ByteRange}.
 */
class ByteRangeTests {

	@ParameterizedTest
	@CsvSource({ "bytes=0-0, 0, 0", "bytes=90-, 90, 99", "bytes=-10, 90, 99", "bytes=-200, 0, 99",
			"bytes=95-400, 95, 99" })
	void aPartIsThatOfTheFile(String header, long start, long end) {
		assertThat(ByteRange.parse(header, 100)).containsExactly(new ByteRange(start, end));
	}

	@Test
	void partsInTheirOrderAreKept() {
		assertThat(ByteRange.parse("bytes=0-1, 5-6,-1", 100)).containsExactly(new ByteRange(0, 1), new ByteRange(5, 6),
				new ByteRange(99, 99));
	}

	@Test
	void whatTheFileDoesNotHaveIsLeftOut() {
		assertThat(ByteRange.parse("bytes=0-1,100-", 100)).containsExactly(new ByteRange(0, 1));
		assertThat(ByteRange.parse("bytes=100-", 100)).isEmpty();
		assertThat(ByteRange.parse("bytes=0-", 0)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bytes", "bytes=", "bytes=x", "bytes=2-1", "lines=0-1", "bytes=5-6,0-1",
			"bytes=0-5,3-9", "bytes=-1,-1", "bytes=99999999999999999999-" })
	void whatMakesNoSenseIsIgnored(String header) {
		assertThat(ByteRange.parse(header, 100)).isNull();
	}

	@Test
	void manyPartsAreIgnored() {
		assertThat(ByteRange.parse("bytes=" + "0-0,".repeat(21) + "1-1", 100)).isNull();
	}

}
