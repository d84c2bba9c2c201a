package io.github.heapwise.calltree;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Names a node by the path of names that leads to it, so that a shared link still finds
 * it in a later profile.
 * <p>
 * Two 32-bit hashes, which a browser computes without big integers. A name is hashed with
 * FNV-1a (Fowler, Noll, Vo) over its UTF-8 bytes from two starting points; a node's hash
 * is {@code (rotateLeft(parent, 5) ^ name) * prime}, the root's that of its name.
 *
 * @param high first hash
 * @param low second hash
 */
public record NodeKey(int high, int low) {

	private static final int PRIME = 0x01000193;

	private static final int HIGH_BASIS = 0x811c9dc5;

	private static final int LOW_BASIS = 0x9747b28c;

	private static final int LENGTH = 16;

	/**
	 * Read a key as {@link #toString()} writes it.
	 * @param text 16 lower-case hex digits
	 * @return the key, or {@code null} if the text is not one
	 */
	public static @Nullable NodeKey parse(String text) {
		if (text.length() != LENGTH || !text.chars().allMatch(NodeKey::isHexDigit)) {
			return null;
		}
		return new NodeKey(HexFormat.fromHexDigits(text, 0, 8), HexFormat.fromHexDigits(text, 8, LENGTH));
	}

	/**
	 * Return the key of the root of a tree.
	 * @param name name of the root
	 * @return its key
	 */
	public static NodeKey ofRoot(String name) {
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		return new NodeKey(hash(bytes, HIGH_BASIS), hash(bytes, LOW_BASIS));
	}

	/**
	 * Return the key of a child of the node with this key.
	 * @param name name of the child
	 * @return its key
	 */
	public NodeKey child(String name) {
		return child(ofRoot(name));
	}

	@Override
	public String toString() {
		HexFormat hex = HexFormat.of();
		return hex.toHexDigits(this.high) + hex.toHexDigits(this.low);
	}

	static int find(CallTree tree, NodeKey key) {
		NodeKey[] nameKeys = new NodeKey[tree.frameCount()];
		NodeKey[] path = new NodeKey[tree.size()];
		for (int node = 0; node < tree.size(); node++) {
			int frame = tree.frameIndex(node);
			NodeKey name = nameKeys[frame];
			if (name == null) {
				name = ofRoot(tree.frame(node).name());
				nameKeys[frame] = name;
			}
			int level = tree.level(node);
			path[level] = (level != 0) ? path[level - 1].child(name) : name;
			if (path[level].equals(key)) {
				return node;
			}
		}
		return -1;
	}

	private NodeKey child(NodeKey name) {
		return new NodeKey(combine(this.high, name.high), combine(this.low, name.low));
	}

	private static int combine(int parent, int name) {
		return (Integer.rotateLeft(parent, 5) ^ name) * PRIME;
	}

	private static int hash(byte[] bytes, int basis) {
		int hash = basis;
		for (byte b : bytes) {
			hash = (hash ^ (b & 0xFF)) * PRIME;
		}
		return hash;
	}

	private static boolean isHexDigit(int c) {
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
	}

}
