package io.github.heapwise.calltree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hwf1Encoder}, read back by a decoder written from the format's
 * description.
 */
class Hwf1EncoderTests {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void roundTripKeepsRandomTrees(long seed) {
		CallTree tree = Trees.random(seed);
		Hwf1Decoder.Profile decoded = Hwf1Decoder.decode(Hwf1Encoder.encode(tree, "{\"total\":1}", false));
		assertThat(Trees.describe(decoded.tree())).as("seed %d", seed).isEqualTo(Trees.describe(tree));
		assertThat(decoded.meta()).isEqualTo("{\"total\":1}");
		assertThat(decoded.flags()).isEqualTo(1);
	}

	@Test
	void bytesOfASmallTreeAreThoseOfTheFormat() {
		byte[] bytes = Hwf1Encoder.encode(Trees.folded("a;B 300"), "{}", false);
		assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(String.join("",
				// HWF1, version 1, flags 1, 3 nodes, 3 names, 7 sections
				"48574631", "0100", "0100", "03000000", "03000000", "07000000",
				// META 2, NAMES 7, CAT 3, UP 3, NAME 3, SELF 4, COUNT 3 bytes
				"0100000002000000", "0200000007000000", "0300000003000000", "0400000003000000", "0500000003000000",
				"0600000004000000", "0700000003000000",
				// {}, all\na\nB, categories 4 0 3, each padded to 4 bytes
				"7b7d0000", "616c6c0a610a4200", "04000300",
				// levels to close, names, own bytes 0 0 300, own objects
				"00000000", "00010200", "0000ac02", "00000000"));
	}

	@Test
	void emptyTreeIsOneNode() {
		Hwf1Decoder.Profile decoded = Hwf1Decoder
			.decode(Hwf1Encoder.encode(new CallTreeBuilder(Frame.ROOT).build(), "", false));
		assertThat(Trees.describe(decoded.tree())).containsExactly("all SYNTHETIC self 0 in 0 total 0 end 1");
		assertThat(decoded.meta()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7 })
	void everySectionStartsAtAMultipleOfFourBytes(int metaLength) {
		byte[] bytes = Hwf1Encoder.encode(Trees.folded("aa;b;C 7", "dddd 1"), "x".repeat(metaLength), false);
		ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int offset = 20 + 8 * header.getInt(16);
		for (int i = 0; i < header.getInt(16); i++) {
			assertThat(offset % 4).as("section %d", header.getInt(20 + 8 * i)).isZero();
			offset += (header.getInt(24 + 8 * i) + 3) / 4 * 4;
		}
		assertThat(bytes).hasSize(offset);
		assertThat(Hwf1Decoder.decode(bytes).meta()).hasSize(metaLength);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, 1L << 32, (1L << 32) + 1, 1L << 53,
			Long.MAX_VALUE })
	void valuesOfAnySizeAreKept(long value) {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		builder.add(builder.child(StackTree.ROOT, new Frame("a", FrameCategory.JDK)), value, value);
		builder.add(StackTree.ROOT, 0, 1);
		CallTree back = Hwf1Decoder.decode(Hwf1Encoder.encode(builder.build(), "{}", false)).tree();
		assertThat(back.totalBytes(0)).isEqualTo(value);
		if (value > 0) {
			assertThat(back.selfObjects(1)).isEqualTo(value);
		}
	}

	@Test
	void namesOfAnyAlphabetAreKept() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		int node = StackTree.ROOT;
		for (String name : new String[] { "com.acme.Größe.名前", "\uD83D\uDE00", "line\nbreak", "</script>", "a;b" }) {
			node = builder.child(node, new Frame(name, FrameCategory.APPLICATION));
		}
		builder.add(node, 1, 1);
		CallTree tree = builder.build();
		Hwf1Decoder.Profile decoded = Hwf1Decoder.decode(Hwf1Encoder.encode(tree, "{\"a\":\"名\"}", false));
		assertThat(Trees.describe(decoded.tree())).isEqualTo(Trees.describe(tree));
		assertThat(decoded.meta()).isEqualTo("{\"a\":\"名\"}");
	}

	@Test
	void emptyNamesAreKept() {
		CallTreeBuilder builder = new CallTreeBuilder(new Frame("", FrameCategory.SYNTHETIC));
		int node = builder.child(StackTree.ROOT, new Frame("", FrameCategory.JDK));
		builder.add(builder.child(node, new Frame("a", FrameCategory.JDK)), 1, 1);
		CallTree tree = builder.build();
		assertThat(Trees.describe(Hwf1Decoder.decode(Hwf1Encoder.encode(tree, "{}", false)).tree()))
			.isEqualTo(Trees.describe(tree));
	}

	@Test
	void sameNameOfTwoCategoriesIsTwoNames() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		builder.add(builder.child(StackTree.ROOT, new Frame("x", FrameCategory.JDK)), 1, 1);
		builder.add(builder.child(StackTree.ROOT, new Frame("x", FrameCategory.APPLICATION)), 2, 1);
		CallTree tree = builder.build();
		assertThat(Trees.describe(Hwf1Decoder.decode(Hwf1Encoder.encode(tree, "{}", false)).tree()))
			.isEqualTo(Trees.describe(tree));
	}

	@Test
	void prunedProfileSaysSo() {
		assertThat(Hwf1Decoder.decode(Hwf1Encoder.encode(Trees.folded("a 1"), "{}", true)).flags()).isEqualTo(1 | 4);
	}

	@Test
	void subtreeOnlyCarriesItsOwnNames() {
		CallTree tree = Trees.folded("main;ant;A 4", "main;zoo;C 1");
		CallTree ant = tree.subtree(NodeKey.ofRoot("all").child("main").child("ant"));
		assertThat(TreeColumns.of(ant).frames()).extracting(Frame::name).containsExactly("ant", "A");
		assertThat(Trees.describe(Hwf1Decoder.decode(Hwf1Encoder.encode(ant, "{}", true)).tree()))
			.isEqualTo(Trees.describe(ant));
	}

	@Test
	void nodeCostsAboutSevenBytes() {
		CallTree tree = Trees.random(77);
		byte[] bytes = Hwf1Encoder.encode(tree, "{}", false);
		assertThat((double) bytes.length / tree.size()).as("seed 77, bytes a node").isLessThan(8);
	}

}
