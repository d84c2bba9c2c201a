package io.github.heapwise.os;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What Linux tells of a thread.
 *
 * @param name the first 15 characters of its name
 * @param cpuNanos CPU time it used, in steps of 10 milliseconds
 */
record ThreadStat(String name, long cpuNanos) {

	// A line has some 330 bytes.
	private static final int MAX_BYTES = 512;

	// USER_HZ, which is 100 on every processor that there is a JVM for
	private static final long NANOS_PER_TICK = 10_000_000;

	private static final int USER = 11;

	private static final int SYSTEM = 12;

	/**
	 * Read it, some 15 microseconds.
	 * @param directory directory of the thread in {@code /proc}
	 * @return what is told, {@code null} if the thread has ended or the line is not one
	 * we know
	 */
	static @Nullable ThreadStat read(Path directory) {
		byte[] line = new byte[MAX_BYTES];
		try (InputStream in = new FileInputStream(directory.resolve("stat").toString())) {
			// one call tells all of it, another would only tell that there is no more
			int length = in.read(line);
			return parse(new String(line, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
		}
		catch (IOException | NumberFormatException ex) {
			return null;
		}
	}

	// tid (name) state ppid pgrp session tty_nr tpgid flags minflt cminflt majflt cmajflt
	// utime stime ...; a name may have parentheses and spaces
	private static @Nullable ThreadStat parse(String line) {
		int begin = line.indexOf('(');
		int end = line.lastIndexOf(") ");
		if (begin < 0 || end < begin) {
			return null;
		}
		String[] fields = line.substring(end + 2).split(" ", SYSTEM + 2);
		if (fields.length <= SYSTEM) {
			return null;
		}
		long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
		return new ThreadStat(line.substring(begin + 1, end), ticks * NANOS_PER_TICK);
	}

}
