package io.github.heapwise.hprof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Ways to damage a dump.
 */
public enum DumpMutation {

	FLIPPED_BITS {

		@Override
		byte[] change(byte[] dump, int idBytes, Random random) {
			for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
				dump[random.nextInt(dump.length)] ^= (byte) (1 << random.nextInt(8));
			}
			return dump;
		}

	},

	CUT_OFF {

		@Override
		byte[] change(byte[] dump, int idBytes, Random random) {
			return Arrays.copyOf(dump, random.nextInt(dump.length));
		}

	},

	/**
	 * Lengths and counts that are too large, too small, or negative.
	 */
	LYING_NUMBERS {

		@Override
		byte[] change(byte[] dump, int idBytes, Random random) {
			for (int numbers = 1 + random.nextInt(4); numbers > 0; numbers--) {
				int lie = LIES[random.nextInt(LIES.length)];
				ByteBuffer.wrap(dump).putInt(random.nextInt(dump.length - Integer.BYTES), lie);
			}
			return dump;
		}

	},

	MOVED_BYTES {

		@Override
		byte[] change(byte[] dump, int idBytes, Random random) {
			int length = random.nextInt(dump.length / 4);
			System.arraycopy(dump, random.nextInt(dump.length - length), dump, random.nextInt(dump.length - length),
					length);
			return dump;
		}

	},

	/**
	 * Ids in the place of others, so of things of other kinds: classes above themselves,
	 * objects that are classes, the same object twice.
	 */
	EXCHANGED_IDS {

		@Override
		byte[] change(byte[] dump, int idBytes, Random random) {
			List<Integer> ids = offsetsOfIds(dump, idBytes);
			for (int exchanges = 1 + random.nextInt(6); exchanges > 0 && !ids.isEmpty(); exchanges--) {
				int from = ids.get(random.nextInt(ids.size()));
				System.arraycopy(dump, from, dump, ids.get(random.nextInt(ids.size())), idBytes);
			}
			return dump;
		}

	};

	private static final int[] LIES = { 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x7FFF_FFF0,
			0x4000_0000, 0x00FF_FFFF };

	// The builder gives objects ids from 0xE0000000 on.
	private static final int ID_BYTE = 0xE0;

	/**
	 * Damage a dump.
	 * @param dump the dump of a {@link HeapDumpBuilder}, may be changed
	 * @param idBytes size of its ids
	 * @param random what decides how
	 * @return the damaged dump
	 */
	abstract byte[] change(byte[] dump, int idBytes, Random random);

	/**
	 * Damage a dump in a random way, seldom in several.
	 * @param dump the dump of a {@link HeapDumpBuilder}
	 * @param idBytes size of its ids
	 * @param random what decides how
	 * @return another dump
	 */
	public static byte[] any(byte[] dump, int idBytes, Random random) {
		byte[] changed = dump.clone();
		do {
			DumpMutation mutation = values()[random.nextInt(values().length)];
			changed = (changed.length > 64) ? mutation.change(changed, idBytes, random) : changed;
		}
		while (random.nextInt(4) == 0);
		return changed;
	}

	private static List<Integer> offsetsOfIds(byte[] dump, int idBytes) {
		List<Integer> offsets = new ArrayList<>();
		for (int i = 0; i <= dump.length - idBytes; i++) {
			int first = i + idBytes - Integer.BYTES;
			if ((dump[first] & 0xFF) == ID_BYTE && dump[first + 1] == 0) {
				offsets.add(i);
			}
		}
		return offsets;
	}

}
