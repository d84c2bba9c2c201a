package io.github.heapwise.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Looks for a text in bytes of any number.
 */
public final class ByteSearch {

	private static final int BLOCK_BYTES = 1 << 20;

	private ByteSearch() {
	}

	/**
	 * Return whether a text is among bytes.
	 * @param in the bytes, read to their end unless the text is found
	 * @param text the text, in ASCII
	 * @return whether it is there
	 */
	public static boolean contains(InputStream in, String text) throws IOException {
		String rest = "";
		for (byte[] block = in.readNBytes(BLOCK_BYTES); block.length > 0; block = in.readNBytes(BLOCK_BYTES)) {
			String bytes = rest + new String(block, StandardCharsets.ISO_8859_1);
			if (bytes.contains(text)) {
				return true;
			}
			rest = bytes.substring(Math.max(0, bytes.length() - text.length() + 1));
		}
		return false;
	}

}
