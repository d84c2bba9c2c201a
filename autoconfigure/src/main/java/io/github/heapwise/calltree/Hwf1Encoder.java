package io.github.heapwise.calltree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Encodes a {@link CallTree} as {@code HWF1}, the columnar form the page reads.
 * <p>
 * Little-endian: <pre>
 * 4 bytes magic "HWF1", u16 version, u16 flags, u32 nodes, u32 names, u32 sections,
 * per section u32 id, u32 bytes, then the sections, each padded to 4 bytes.
 * META  1 UTF-8 JSON          UP   4 varint, levels to close before a node
 * NAMES 2 UTF-8, \n between   NAME 5 varint, index into NAMES by first use
 * CAT   3 u8 by name          SELF 6 varint, own bytes      COUNT 7 varint, own objects
 * </pre> Varints are those of {@link VarintBuffer}. About 7 bytes a node.
 */
public final class Hwf1Encoder {

	static final int MAGIC = 'H' | ('W' << 8) | ('F' << 16) | ('1' << 24);

	static final int VERSION = 1;

	static final int FLAG_COUNTS = 1;

	static final int FLAG_PRUNED = 4;

	private Hwf1Encoder() {
	}

	/**
	 * Encode a tree.
	 * @param tree the tree
	 * @param meta what the profile is about, as JSON
	 * @param pruned whether small nodes were merged
	 * @return the bytes
	 */
	public static byte[] encode(CallTree tree, String meta, boolean pruned) {
		TreeColumns columns = TreeColumns.of(tree);
		byte[][] sections = { meta.getBytes(StandardCharsets.UTF_8), names(columns), categories(columns),
				varints(columns.up()), varints(columns.name()), varints(columns.self()), varints(columns.count()) };
		int flags = FLAG_COUNTS | (pruned ? FLAG_PRUNED : 0);
		ByteBuffer out = ByteBuffer.allocate(length(sections)).order(ByteOrder.LITTLE_ENDIAN);
		out.putInt(MAGIC).putShort((short) VERSION).putShort((short) flags);
		out.putInt(tree.size()).putInt(columns.frames().size()).putInt(sections.length);
		for (int i = 0; i < sections.length; i++) {
			out.putInt(i + 1).putInt(sections[i].length);
		}
		for (byte[] section : sections) {
			out.put(section).position(padded(out.position()));
		}
		return out.array();
	}

	private static int length(byte[][] sections) {
		int length = 20 + 8 * sections.length;
		for (byte[] section : sections) {
			length = Math.addExact(length, padded(section.length));
		}
		return length;
	}

	private static int padded(int length) {
		return (length + 3) & ~3;
	}

	private static byte[] names(TreeColumns columns) {
		return columns.frames()
			.stream()
			.map(Frame::name)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] categories(TreeColumns columns) {
		byte[] categories = new byte[columns.frames().size()];
		for (int i = 0; i < categories.length; i++) {
			categories[i] = (byte) columns.frames().get(i).category().ordinal();
		}
		return categories;
	}

	private static byte[] varints(int[] values) {
		VarintBuffer buffer = new VarintBuffer(values.length);
		for (int value : values) {
			buffer.add(value);
		}
		return buffer.toByteArray();
	}

	private static byte[] varints(long[] values) {
		VarintBuffer buffer = new VarintBuffer(2 * values.length);
		for (long value : values) {
			buffer.add(value);
		}
		return buffer.toByteArray();
	}

}
