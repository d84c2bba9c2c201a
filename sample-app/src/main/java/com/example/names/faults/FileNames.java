package com.example.names.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps the last names in a file, to know them after a restart.
 * <p>
 * This is the fault: each request writes the whole file, line by line, waits for the disk
 * with every line, and has all others wait for their turn.
 */
@Component("names")
@Profile("07-blocking-files")
class FileNames implements Names, DisposableBean {

	private static final int KEPT = 50;

	private final Deque<String> last = new ArrayDeque<>();

	private final Names names;

	private final Path file;

	FileNames(Words words) throws IOException {
		this.names = new CountingNames(words);
		this.file = Files.createTempFile("names", ".txt");
	}

	@Override
	public synchronized String name() {
		String name = this.names.name();
		this.last.addLast(name);
		if (this.last.size() > KEPT) {
			this.last.removeFirst();
		}
		write();
		return name;
	}

	private void write() {
		try (RandomAccessFile lines = new RandomAccessFile(this.file.toFile(), "rwd")) {
			for (String name : this.last) {
				lines.write((name + "\n").getBytes(StandardCharsets.UTF_8));
			}
			lines.setLength(lines.getFilePointer());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void destroy() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
