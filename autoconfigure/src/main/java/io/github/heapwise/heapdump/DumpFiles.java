package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Names of files in a directory of dumps.
 *
 * @param directory the directory
 * @param token what names of files that are not finished have in them, to be told from
 * those of other processes
 */
record DumpFiles(Path directory, String token) {

	static final String DUMP = ".hprof";

	static final String METADATA = ".properties";

	/**
	 * What the name of a dump has behind it for the directory of its index.
	 */
	static final String INDEX = ".hwi";

	/**
	 * What the name of a dump has behind it for an index that is being built.
	 */
	static final String UNFINISHED_INDEX = ".hwi.part";

	/**
	 * What is in use as long as a dump is being analysed.
	 */
	static final String ANALYSIS = ".analysis.jar";

	private static final String OUT_OF_MEMORY = ".oom";

	Path dump(String id) {
		return this.directory.resolve(id + DUMP);
	}

	Path metadata(String id) {
		return this.directory.resolve(id + METADATA);
	}

	/**
	 * Return a name for what is being written. The JVM takes none that does not end so.
	 * @param id id of the dump
	 * @param part what it is of it
	 * @return the file
	 */
	Path temporary(String id, String part) {
		return this.directory.resolve(temporaryPrefix(id) + part + ".tmp" + DUMP);
	}

	/**
	 * Return what is being written for a dump, with what the JVM writes beside it.
	 * @param id id of the dump
	 * @return the files, none if the directory is gone
	 */
	List<Path> temporaries(String id) {
		String prefix = temporaryPrefix(id);
		return list((name) -> name.startsWith(prefix) && !name.endsWith(ANALYSIS));
	}

	/**
	 * Return what says that this process analyses a dump.
	 * @param id id of the dump
	 * @return the file
	 */
	Path analysis(String id) {
		return this.directory.resolve(id + "." + this.token + ANALYSIS);
	}

	/**
	 * Return where the JVM writes to when it is out of memory.
	 * @param owner token of the process
	 * @return the file
	 */
	Path outOfMemoryDump(String owner) {
		return this.directory.resolve(owner + OUT_OF_MEMORY + DUMP);
	}

	/**
	 * Return what was known of the process before.
	 * @param owner token of the process
	 * @return the file
	 */
	Path outOfMemoryMetadata(String owner) {
		return this.directory.resolve(owner + OUT_OF_MEMORY + METADATA);
	}

	/**
	 * List files.
	 * @param filter which names to list
	 * @return the files, none if the directory is gone or cannot be read
	 */
	List<Path> list(Predicate<String> filter) {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> all = Files.newDirectoryStream(this.directory,
				(file) -> filter.test(file.getFileName().toString()))) {
			all.forEach(files::add);
		}
		catch (IOException | DirectoryIteratorException ex) {
			return List.of();
		}
		return files;
	}

	private String temporaryPrefix(String id) {
		return id + "." + this.token + ".";
	}

}
