package io.github.heapwise.heapdump.analysis;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which classes of some packages a class names, in code, signatures and texts.
 */
final class NamedClasses {

	private static final int MAGIC_AND_VERSION_BYTES = 8;

	private final Pattern names;

	/**
	 * Look for classes.
	 * @param prefix what their names start with, with slashes
	 */
	NamedClasses(String prefix) {
		this.names = Pattern.compile(Pattern.quote(prefix) + "[\\w$/]+");
	}

	/**
	 * Look into a class.
	 * @param classFile the class as compiled
	 * @return names with slashes, of which some may not be those of classes
	 * @throws IOException if it is none
	 */
	Set<String> in(byte[] classFile) throws IOException {
		Set<String> found = new TreeSet<>();
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
		in.skipNBytes(MAGIC_AND_VERSION_BYTES);
		int count = in.readUnsignedShort();
		for (int i = 1; i < count; i++) {
			i += readConstant(in, found);
		}
		return found;
	}

	// JVMS 4.4: u1 tag, then what depends on it
	private int readConstant(DataInputStream in, Set<String> found) throws IOException {
		int tag = in.readUnsignedByte();
		switch (tag) {
			case 1 -> collect(in.readUTF(), found);
			case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
			case 15 -> in.skipNBytes(3);
			case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
			case 5, 6 -> in.skipNBytes(8);
			default -> throw new IOException("Unknown constant '%d' in a class".formatted(tag));
		}
		// long and double count as two
		return (tag == 5 || tag == 6) ? 1 : 0;
	}

	private void collect(String text, Set<String> found) {
		Matcher matcher = this.names.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group());
		}
	}

}
