package io.github.heapwise.calltree;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FoldedStacks}.
 */
class FoldedStacksTests {

	@Test
	void writeShouldBeTheGoldenText() throws IOException {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		add(builder, 8_589_934_592L, "java.lang.Thread.run", "com.acme.Stock.refresh", "java.util.HashMap$Node[]");
		add(builder, 40, "com.acme.Shop.main", "com.acme.Cart.total", "java.math.BigDecimal");
		add(builder, 24, "com.acme.Shop.main", "com.acme.Cart.add", "java.lang.String");
		add(builder, 4000, "com.acme.Shop.main", "com.acme.Cart.add", "byte[]");
		add(builder, 96, "com.acme.Shop.main", "com.acme.Cart.add", "byte[]");
		assertThat(FoldedStacks.write(builder.build())).isEqualTo(golden());
	}

	@Test
	void readShouldTakeBackTheGoldenText() throws IOException {
		assertThat(FoldedStacks.write(Trees.folded(golden()))).isEqualTo(golden());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void roundTripKeepsBytes(long seed) throws IOException {
		CallTree tree = Trees.random(seed);
		CallTree back = FoldedStacks.read(new StringReader(FoldedStacks.write(tree)), (name) -> FrameCategory.JDK);
		assertThat(back.totalBytes(0)).as("seed %d", seed).isEqualTo(tree.totalBytes(0));
		assertThat(FoldedStacks.read(new StringReader(FoldedStacks.write(back)), (name) -> FrameCategory.JDK))
			.as("seed %d", seed)
			.satisfies((again) -> assertThat(Trees.describe(again)).isEqualTo(Trees.describe(back)));
	}

	@Test
	void writeWhenTheRootHoldsBytesShouldNameIt() {
		CallTree whole = Trees.folded("main;add;byte[] 300");
		CallTree leaf = whole.subtree(NodeKey.ofRoot("all").child("main").child("add").child("byte[]"));
		assertThat(FoldedStacks.write(leaf)).isEqualTo("byte[] 300\n");
	}

	@Test
	void writeWhenTreeIsEmptyShouldBeEmpty() {
		assertThat(FoldedStacks.write(new CallTreeBuilder(Frame.ROOT).build())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\n  \n\t\n", "\r\n" })
	void readWhenTextIsBlankShouldBeEmpty(String text) {
		assertThat(Trees.folded(text).size()).isOne();
	}

	@Test
	void readShouldTakeBothLineEnds() {
		assertThat(FoldedStacks.write(Trees.folded("a;B 1\r\na;C 2\n"))).isEqualTo("a;B 1\na;C 2\n");
	}

	@Test
	void readShouldAddUpEqualStacks() {
		assertThat(FoldedStacks.write(Trees.folded("a;B 1", "a;B 2", "a 4"))).isEqualTo("a 4\na;B 3\n");
	}

	@Test
	void readShouldAllowSpacesInNames() {
		assertThat(FoldedStacks.write(Trees.folded("a (lambda);b c 7"))).isEqualTo("a (lambda);b c 7\n");
	}

	@Test
	void semicolonInANameBecomesAComma() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		add(builder, 3, "weird;name", "B");
		assertThat(FoldedStacks.write(builder.build())).isEqualTo("weird,name;B 3\n");
	}

	@Test
	void lineBreakInANameDoesNotMakeALine() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		add(builder, 3, "weird\nfake;B 99999", "B");
		assertThat(FoldedStacks.write(builder.build()).lines()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a;b | 'a;b'", "a;b x | 'x'", "a;b -1 | '-1'", "a;b 1.5 | '1.5'",
			"' 5' | '5'", "5 | '5'", "a 1234567890123456789 | '1234567890123456789'", "a ٣ | '٣'" },
			quoteCharacter = '"')
	void readWhenALineHasNoNumberShouldNameTheLine(String line, String shown) {
		String bad = line.startsWith("'") ? line.substring(1, line.length() - 1) : line;
		assertThatIllegalArgumentException().isThrownBy(() -> Trees.folded("ok 1", "", bad))
			.withMessage("Line 3 of folded stacks ends with " + shown + ", expected a space and a number of bytes");
	}

	@Test
	void readWhenALineIsLongShouldNotRepeatAllOfIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> Trees.folded("x".repeat(100_000)))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(200));
	}

	@Test
	void readWhenALineIsTooDeepShouldNameTheLine() {
		assertThat(Trees.folded("f;".repeat(4095) + "A 1").totalBytes(0)).isOne();
		assertThatIllegalArgumentException().isThrownBy(() -> Trees.folded("f;".repeat(4096) + "A 1"))
			.withMessage("Line 1 of folded stacks has more than 4096 frames");
	}

	private static void add(CallTreeBuilder builder, long bytes, String... names) {
		int node = StackTree.ROOT;
		for (String name : names) {
			node = builder.child(node, new Frame(name, FrameCategory.APPLICATION));
		}
		builder.add(node, bytes, 1);
	}

	private static String golden() throws IOException {
		try (InputStream in = FoldedStacksTests.class.getResourceAsStream("shop.folded")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
