package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Tells processes that share a directory which of them are alive: each keeps a file of
 * its own locked, and the operating system lets go of the lock however the process ends.
 */
final class OwnerLock implements AutoCloseable {

	static final String SUFFIX = ".lock";

	private static final int MAX_ATTEMPTS = 10;

	private final String token;

	private final Path file;

	private final FileChannel channel;

	private OwnerLock(String token, Path file, FileChannel channel) {
		this.token = token;
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Lock a new file.
	 * @param directory where
	 * @return the lock
	 * @throws IOException if no file can be created there
	 */
	static OwnerLock take(Path directory) throws IOException {
		for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
			String token = OwnerToken.next();
			Path file = directory.resolve(token + SUFFIX);
			FileChannel channel = FileChannel.open(file,
					Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnFiles.fileAttributes(file));
			// Between both calls another process may have taken it for abandoned.
			if (lock(channel) && Files.exists(file)) {
				return new OwnerLock(token, file, channel);
			}
			channel.close();
		}
		throw new FileAlreadyExistsException(directory.toString(), null, "no file of it can be locked");
	}

	/**
	 * Remove the lock of a process that is gone.
	 * @param directory where
	 * @param token names the process
	 * @return whether it is gone; {@code false} if in doubt
	 */
	static boolean removeIfAbandoned(Path directory, String token) {
		// To close a second channel of a file would let go of the lock held through the
		// first.
		if (OwnerToken.isOfThisJvm(token)) {
			return false;
		}
		Path file = directory.resolve(token + SUFFIX);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
			if (channel.tryLock() == null) {
				return false;
			}
			// while it is locked, for whoever is about to lock it to see that it is gone
			Files.deleteIfExists(file);
			return true;
		}
		catch (NoSuchFileException ex) {
			return true;
		}
		catch (IOException | OverlappingFileLockException ex) {
			return false;
		}
	}

	String token() {
		return this.token;
	}

	/**
	 * Return whether the file is still there: somebody may have removed the directory.
	 * @return whether others see that this process is alive
	 */
	boolean isHeld() {
		return this.channel.isOpen() && Files.exists(this.file, LinkOption.NOFOLLOW_LINKS);
	}

	Path file() {
		return this.file;
	}

	@Override
	public void close() {
		OwnFiles.deleteQuietly(this.file);
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The lock goes with the process.
		}
	}

	private static boolean lock(FileChannel channel) {
		try {
			return channel.tryLock() != null;
		}
		catch (IOException ex) {
			// No locks on this file system, for no process: then nobody is taken for
			// gone.
			return true;
		}
	}

}
