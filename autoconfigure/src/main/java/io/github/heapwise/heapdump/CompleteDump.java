package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Tells a dump that the JVM finished from one that it was killed over.
 */
final class CompleteDump {

	private static final byte[] START = "JAVA PROFILE 1.0".getBytes(StandardCharsets.US_ASCII);

	// u1 tag 'heap dump end', u4 micros since header, u4 length
	private static final byte[] END = { 0x2C, 0, 0, 0, 0, 0, 0, 0, 0 };

	private CompleteDump() {
	}

	/**
	 * Look at both ends of a file.
	 * @param file the file
	 * @return whether it is a whole dump, {@code false} if there is none
	 * @throws IOException if it cannot be read now
	 */
	static boolean isComplete(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
			return has(channel, 0, START) && has(channel, channel.size() - END.length, END);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	private static boolean has(FileChannel channel, long position, byte[] expected) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(expected.length);
		for (long at = Math.max(0, position); buffer.hasRemaining();) {
			int read = channel.read(buffer, at);
			if (read < 0) {
				return false;
			}
			at += read;
		}
		return buffer.flip().equals(ByteBuffer.wrap(expected));
	}

}
