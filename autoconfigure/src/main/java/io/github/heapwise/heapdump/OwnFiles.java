package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that nobody else may read, where the file system knows others.
 */
final class OwnFiles {

	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

	private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

	private OwnFiles() {
	}

	static boolean hasPermissions(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	static FileAttribute<?>[] fileAttributes(Path path) {
		return attributes(path, FILE);
	}

	static FileAttribute<?>[] directoryAttributes(Path path) {
		return attributes(path, DIRECTORY);
	}

	static void restrict(Path file) throws IOException {
		if (hasPermissions(file)) {
			Files.setPosixFilePermissions(file, FILE);
		}
	}

	/**
	 * Delete a file. One that cannot be deleted stays until the next start looks for
	 * leftovers.
	 * @param file the file
	 */
	static void deleteQuietly(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			// as said
		}
	}

	private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
		return hasPermissions(path) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
				: new FileAttribute<?>[0];
	}

}
