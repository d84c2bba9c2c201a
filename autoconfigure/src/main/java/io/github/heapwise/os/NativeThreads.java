package io.github.heapwise.os;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * CPU time of threads that the JVM does not show as threads of Java, found by what Linux
 * calls them. Reading costs some 15 microseconds a thread that counts. Thread-safe.
 */
public final class NativeThreads {

	// The JVM starts its own threads first, and Linux lists the oldest first.
	private static final int MAX_THREADS = 1000;

	private final Path tasks;

	private final Predicate<String> wanted;

	private Map<String, NativeThread> threadById = Map.of();

	/**
	 * Find the threads there are.
	 * @param root where {@code /proc} lies
	 * @param wanted tells by its name, of which Linux keeps 15 characters, which thread
	 * counts
	 */
	public NativeThreads(Path root, Predicate<String> wanted) {
		this.tasks = root.resolve("proc/self/task");
		this.wanted = wanted;
		look();
	}

	/**
	 * Look for new threads among the 1000 oldest, and forget those that ended. Lists all
	 * of them, a microsecond each, and reads the names of new ones.
	 */
	public synchronized void look() {
		Map<String, NativeThread> now = new TreeMap<>();
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(this.tasks)) {
			for (Iterator<Path> all = threads.iterator(); all.hasNext() && now.size() < MAX_THREADS;) {
				Path directory = all.next();
				String id = directory.getFileName().toString();
				now.put(id, Objects.requireNonNullElseGet(this.threadById.get(id), () -> look(directory)));
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			// Not Linux, or not ours to read: then no thread counts.
		}
		this.threadById = now;
	}

	/**
	 * Return the CPU time since the last call, in steps of 10 milliseconds. What a thread
	 * used before it was found does not count.
	 * @return nanoseconds, {@link KernelFile#UNKNOWN} where no thread counts
	 */
	public synchronized long nanosSinceLastCall() {
		return this.threadById.values()
			.stream()
			.filter(NativeThread::counts)
			.mapToLong(NativeThread::nanosSinceLastCall)
			.reduce((one, other) -> one + other)
			.orElse(KernelFile.UNKNOWN);
	}

	private NativeThread look(Path directory) {
		ThreadStat stat = ThreadStat.read(directory);
		return new NativeThread(directory, stat != null && this.wanted.test(stat.name()), stat);
	}

}
