package io.github.heapwise.heapdump.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumpStore;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.WritableResource;
import org.springframework.util.Assert;

/**
 * {@link HeapDumpStore} over {@link WritableResource}s, so over whatever the application
 * has a resource loader for.
 * <p>
 * Files appear under their name once they are complete. Of other resources nothing can be
 * taken back: what is written when a copy fails may stay.
 */
public class ResourceHeapDumpStore implements HeapDumpStore {

	private final ResourceLoader loader;

	private final String directory;

	/**
	 * Create a store.
	 * @param loader finds the resources
	 * @param directory location of an existing directory, such as {@code file:/backup}
	 * @throws IllegalArgumentException if nothing can be written there
	 */
	public ResourceHeapDumpStore(ResourceLoader loader, String directory) {
		this.loader = loader;
		this.directory = directory.endsWith("/") ? directory : directory + "/";
		Assert.isTrue(resource("any.hprof") instanceof WritableResource,
				() -> "'copy-to' must be a location that can be written, such as 'file:/backup/', but was '%s'"
					.formatted(directory));
	}

	@Override
	public void store(HeapDump dump, String fileName, InputStream content, long length) throws IOException {
		Resource resource = resource(fileName);
		if (!resource.isFile()) {
			write(resource, content, length);
			return;
		}
		Path file = resource.getFile().toPath();
		Path part = file.resolveSibling(fileName + ".part");
		try {
			write(resource(fileName + ".part"), content, length);
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private Resource resource(String fileName) {
		return this.loader.getResource(this.directory + fileName);
	}

	private static void write(Resource resource, InputStream content, long length) throws IOException {
		try (OutputStream out = ((WritableResource) resource).getOutputStream()) {
			long written = content.transferTo(out);
			if (written != length) {
				throw new IOException("Copy of '%s' is not complete: %d of %d bytes could be read"
					.formatted(resource.getFilename(), written, length));
			}
		}
	}

}
