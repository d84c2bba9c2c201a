package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The directory that integers are kept in, those for the result by name and those for the
 * way there without one. The latter are used again once they are released: what is mapped
 * stays so until a garbage collection, which nobody should have to wait for.
 * <p>
 * Thread-safe.
 */
final class WorkFiles implements Closeable {

	// 256 MB
	private static final int WINDOW_BITS = 26;

	// 16 MB: as much is left over at the end of what grows.
	private static final int GROWING_WINDOW_BITS = 22;

	// Below, a file is not worth its system calls.
	private static final int MAX_DIRECT_INTS = 1 << 14;

	private final Path directory;

	private final List<Path> keptFiles = new ArrayList<>();

	private final List<Path> scratchFiles = new ArrayList<>();

	private final List<FileChannel> scratchChannels = new ArrayList<>();

	private final List<Ints> released = new ArrayList<>();

	private int scratchCount;

	/**
	 * Use a directory.
	 * @param directory where to create files; must exist
	 */
	WorkFiles(Path directory) {
		this.directory = directory;
	}

	/**
	 * Return integers that last as long as this.
	 * @param size how many
	 * @return the integers, of any value
	 */
	synchronized Ints scratch(long size) throws IOException {
		Ints again = again(size);
		if (again != null) {
			again.ensure(size, true);
			return again;
		}
		Ints ints = new Ints(scratchWindows(), size, (size > MAX_DIRECT_INTS) ? WINDOW_BITS : bitsFor(size));
		ints.ensure(size, size <= MAX_DIRECT_INTS);
		return ints;
	}

	/**
	 * Return integers that last as long as this.
	 * @param size how many
	 * @return the integers, all 0
	 */
	synchronized Ints zeros(long size) throws IOException {
		Ints again = again(size);
		if (again == null) {
			return scratch(size);
		}
		again.ensure(size, true);
		again.fill(size, 0);
		return again;
	}

	/**
	 * Return integers that last as long as this, none of them there yet.
	 * @param maxSize how many there may be
	 * @return the integers, all 0
	 */
	Ints sparse(long maxSize) {
		return new Ints(scratchWindows(), maxSize, GROWING_WINDOW_BITS);
	}

	/**
	 * Return integers that last as long as this, none of them there yet.
	 * @param maxSize how many there may be
	 * @return the integers, of any value
	 */
	synchronized Ints growing(long maxSize) {
		Ints again = again(maxSize);
		return (again != null) ? again : sparse(maxSize);
	}

	/**
	 * Return integers in a file.
	 * @param name name of the file
	 * @param size how many
	 * @return the integers, all 0
	 */
	Ints kept(String name, long size) throws IOException {
		Ints ints = new Ints(windowsOf(keep(name)), size, WINDOW_BITS);
		ints.ensure(size, false);
		return ints;
	}

	/**
	 * Return integers in a file, none of them there yet.
	 * @param name name of the file
	 * @param maxSize how many there may be
	 * @return the integers
	 */
	Ints keptGrowing(String name, long maxSize) throws IOException {
		return new Ints(windowsOf(keep(name)), maxSize, GROWING_WINDOW_BITS);
	}

	/**
	 * Let scratch integers be used again for others.
	 * @param ints the integers, not to be used any more
	 */
	synchronized void release(Ints... ints) {
		this.released.addAll(List.of(ints));
	}

	/**
	 * Write all that is kept to the disk, which makes it memory that the system can take
	 * back at once.
	 */
	void force() throws IOException {
		List<Path> files;
		synchronized (this) {
			files = List.copyOf(this.keptFiles);
		}
		for (Path file : files) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.force(false);
			}
		}
	}

	/**
	 * Cut off what a growing file has too much.
	 * @param name name of the file
	 * @param size how many integers it is to have
	 */
	void truncate(String name, long size) throws IOException {
		try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
			channel.truncate(size << 2);
		}
	}

	Path file(String name) {
		return this.directory.resolve(name);
	}

	@Override
	public synchronized void close() throws IOException {
		this.released.clear();
		for (FileChannel channel : this.scratchChannels) {
			empty(channel);
		}
		this.scratchChannels.clear();
		for (Path file : this.scratchFiles) {
			Files.deleteIfExists(file);
		}
		this.scratchFiles.clear();
	}

	private @Nullable Ints again(long size) {
		for (Ints candidate : this.released) {
			if (candidate.maxSize() >= size) {
				this.released.remove(candidate);
				return candidate;
			}
		}
		return null;
	}

	private Ints.Windows scratchWindows() {
		return (from, ints) -> (ints <= MAX_DIRECT_INTS) ? ByteBuffer.allocateDirect(ints << 2) : scratchWindow(ints);
	}

	// Without a name from the start where the system allows, so that nothing is left over
	// even of a killed process.
	private synchronized ByteBuffer scratchWindow(int ints) throws IOException {
		Path file = create("scratch-" + this.scratchCount++);
		try {
			FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
			this.scratchChannels.add(channel);
			return channel.map(MapMode.READ_WRITE, 0, (long) ints << 2);
		}
		finally {
			try {
				Files.delete(file);
			}
			catch (IOException ex) {
				// Windows deletes no file that is mapped.
				this.scratchFiles.add(file);
			}
		}
	}

	// Mapped until a garbage collection, a file takes its place on the disk so long, with
	// or without a name.
	private static void empty(FileChannel channel) {
		try (channel) {
			channel.truncate(0);
		}
		catch (IOException ex) {
			// Closed by an interrupted thread, or on Windows: then the collection does
			// it.
		}
	}

	private Ints.Windows windowsOf(Path file) {
		return (from, ints) -> map(file, from, ints);
	}

	private synchronized Path keep(String name) throws IOException {
		Path file = create(name);
		this.keptFiles.add(file);
		return file;
	}

	private Path create(String name) throws IOException {
		return Files.createFile(file(name));
	}

	private static ByteBuffer map(Path file, long from, int ints) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			return channel.map(MapMode.READ_WRITE, from << 2, (long) ints << 2);
		}
	}

	private static int bitsFor(long size) {
		return Math.max(4, 64 - Long.numberOfLeadingZeros(size - 1));
	}

}
