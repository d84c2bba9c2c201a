package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

import org.jspecify.annotations.Nullable;

/**
 * The directory that dumps are kept in, which belongs to us alone: another user could
 * read what we write into it, or have us overwrite a file. Other processes of the same
 * user may use it as well. Thread-safe.
 */
final class DumpDirectory implements AutoCloseable {

	private final Path path;

	private @Nullable OwnerLock lock;

	private boolean closed;

	DumpDirectory(Path path) {
		this.path = path.toAbsolutePath().normalize();
	}

	Path path() {
		return this.path;
	}

	boolean isPresent() {
		return Files.exists(this.path, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Create it if it is not there, check it, and lay claim to it. Some 10 microseconds
	 * once that is done.
	 * @return names of files in it
	 * @throws IOException if it cannot be used; a sentence without its path
	 */
	synchronized DumpFiles open() throws IOException {
		if (this.closed) {
			throw new IOException("The application is being stopped");
		}
		OwnerLock held = this.lock;
		if (held == null || !held.isHeld()) {
			release();
			held = claim();
			this.lock = held;
		}
		return new DumpFiles(this.path, held.token());
	}

	/**
	 * Let go of it, for good.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		release();
	}

	private void release() {
		if (this.lock != null) {
			this.lock.close();
			this.lock = null;
		}
	}

	private OwnerLock claim() throws IOException {
		try {
			if (!isPresent()) {
				Files.createDirectories(this.path, OwnFiles.directoryAttributes(this.path));
			}
			checkAttributes();
			return lock();
		}
		catch (AccessDeniedException ex) {
			throw because("cannot be written", ex);
		}
		catch (FileSystemException ex) {
			String reason = ex.getReason();
			throw because("cannot be used: " + ((reason != null) ? reason : ex.getClass().getSimpleName()), ex);
		}
	}

	private void checkAttributes() throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(this.path, BasicFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		if (attributes.isSymbolicLink()) {
			throw new StoreUnavailableException("is a symbolic link");
		}
		if (!attributes.isDirectory()) {
			throw new StoreUnavailableException("is a file");
		}
		if (OwnFiles.hasPermissions(this.path)) {
			checkPermissions(Files.readAttributes(this.path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
		}
	}

	private static void checkPermissions(PosixFileAttributes attributes) throws IOException {
		if (attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
				|| attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
			throw new StoreUnavailableException("may be written by others, its permissions are '%s'"
				.formatted(PosixFilePermissions.toString(attributes.permissions())));
		}
	}

	private OwnerLock lock() throws IOException {
		OwnerLock claimed = OwnerLock.take(this.path);
		try {
			checkOwner(claimed);
			return claimed;
		}
		catch (IOException ex) {
			claimed.close();
			throw ex;
		}
	}

	// The owner of a file that we made tells who we are, also where the user has no name.
	private void checkOwner(OwnerLock claimed) throws IOException {
		if (OwnFiles.hasPermissions(this.path)) {
			UserPrincipal owner = Files.getOwner(this.path, LinkOption.NOFOLLOW_LINKS);
			if (!owner.equals(Files.getOwner(claimed.file(), LinkOption.NOFOLLOW_LINKS))) {
				throw new StoreUnavailableException("belongs to '%s'".formatted(owner.getName()));
			}
		}
	}

	private static StoreUnavailableException because(String problem, IOException cause) {
		StoreUnavailableException unavailable = new StoreUnavailableException(problem);
		unavailable.initCause(cause);
		return unavailable;
	}

}
