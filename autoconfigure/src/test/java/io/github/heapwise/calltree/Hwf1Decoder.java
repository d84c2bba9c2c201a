package io.github.heapwise.calltree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads {@code HWF1}, written from the format's description and not from the encoder.
 * Refuses whatever the description does not allow.
 */
final class Hwf1Decoder {

	private final ByteBuffer in;

	private final Map<Integer, ByteBuffer> sections = new HashMap<>();

	private Hwf1Decoder(byte[] profile) {
		this.in = ByteBuffer.wrap(profile).order(ByteOrder.LITTLE_ENDIAN);
	}

	static Profile decode(byte[] profile) {
		return new Hwf1Decoder(profile).decode();
	}

	private Profile decode() {
		byte[] magic = new byte[4];
		this.in.get(magic);
		check("HWF1".equals(new String(magic, StandardCharsets.US_ASCII)), "magic");
		check(this.in.getShort() == 1, "version");
		int flags = this.in.getShort();
		int nodes = this.in.getInt();
		int names = this.in.getInt();
		readSections(this.in.getInt());
		return new Profile(flags, text(1), tree(nodes, names));
	}

	private void readSections(int count) {
		int offset = 20 + 8 * count;
		for (int i = 0; i < count; i++) {
			int id = this.in.getInt();
			int length = this.in.getInt();
			offset = (offset % 4 == 0) ? offset : offset + 4 - offset % 4;
			check(this.sections.put(id, this.in.slice(offset, length)) == null, "section once");
			offset += length;
		}
		check(this.in.capacity() - offset >= 0 && this.in.capacity() - offset < 4, "end");
	}

	private CallTree tree(int nodes, int nameCount) {
		String[] names = text(2).split("\n", -1);
		check(names.length == nameCount && this.sections.get(3).remaining() == nameCount, "names");
		CallTreeBuilder builder = new CallTreeBuilder(frame(names, 0));
		int[] path = new int[nodes + 1];
		int level = -1;
		int used = 0;
		for (int node = 0; node < nodes; node++) {
			level = level + 1 - (int) varint(4);
			int name = (int) varint(5);
			check(name <= used, "names numbered by first use");
			used = Math.max(used, name + 1);
			check((level == 0) == (node == 0), "one root");
			path[level] = (level == 0) ? 0 : builder.child(path[level - 1], frame(names, name));
			builder.add(path[level], varint(6), varint(7));
		}
		check(used == nameCount, "every name used");
		for (int id = 4; id <= 7; id++) {
			check(!this.sections.get(id).hasRemaining(), "section read to its end");
		}
		return builder.build();
	}

	private Frame frame(String[] names, int index) {
		return new Frame(names[index], FrameCategory.values()[this.sections.get(3).get(index)]);
	}

	private String text(int id) {
		return StandardCharsets.UTF_8.decode(this.sections.get(id).duplicate()).toString();
	}

	private long varint(int id) {
		ByteBuffer section = this.sections.get(id);
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			byte b = section.get();
			value |= (b & 0x7FL) << shift;
			if (b >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("varint of more than 64 bits");
	}

	private static void check(boolean valid, String what) {
		if (!valid) {
			throw new IllegalArgumentException("Not HWF1: " + what);
		}
	}

	/**
	 * What was decoded.
	 *
	 * @param flags flags of the header
	 * @param meta the META section
	 * @param tree the tree
	 */
	record Profile(int flags, String meta, CallTree tree) {
	}

}
