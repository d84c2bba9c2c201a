package io.github.heapwise.heapdump.autoconfigure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.heapdump.DumpState;
import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.HeapDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.WritableResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ResourceHeapDumpStore}.
 */
class ResourceHeapDumpStoreTests {

	private static final HeapDump DUMP = new HeapDump("any", DumpTrigger.API, "", false, Instant.EPOCH, DumpState.READY,
			1, null, null, null);

	private static final byte[] CONTENT = "JAVA PROFILE 1.0.2".getBytes(StandardCharsets.US_ASCII);

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "/" })
	void storeShouldWriteACompleteFileAndNothingElse(String end) throws IOException {
		fileStore(end).store(DUMP, "orders-1.hprof", new ByteArrayInputStream(CONTENT), CONTENT.length);
		assertThat(this.directory).isDirectoryContaining((file) -> file.endsWith("orders-1.hprof"));
		assertThat(this.directory.toFile().list()).hasSize(1);
		assertThat(this.directory.resolve("orders-1.hprof")).hasBinaryContent(CONTENT);
	}

	@Test
	void storeWhenReadingFailsShouldLeaveNothing() {
		InputStream broken = new SequenceInputStream(new ByteArrayInputStream(CONTENT), new BrokenStream());
		assertThatIOException()
			.isThrownBy(() -> fileStore("/").store(DUMP, "orders-1.hprof", broken, 2L * CONTENT.length))
			.withMessage("broken");
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void storeWhenBytesAreMissingShouldFailAndLeaveNothing() {
		assertThatIOException()
			.isThrownBy(() -> fileStore("/").store(DUMP, "orders-1.hprof", new ByteArrayInputStream(CONTENT), 100))
			.withMessage("Copy of 'orders-1.hprof.part' is not complete: 18 of 100 bytes could be read");
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void storeWhenTheDirectoryIsMissingShouldFail() {
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> fileStore("/missing").store(DUMP,
				"orders-1.hprof", new ByteArrayInputStream(CONTENT), CONTENT.length));
	}

	@Test
	void storeShouldWriteToWhateverTheApplicationHasALoaderFor() throws IOException {
		Map<String, ByteArrayOutputStream> bucket = new TreeMap<>();
		DefaultResourceLoader loader = new DefaultResourceLoader();
		loader.addProtocolResolver((location, any) -> location.startsWith("s3:") ? new Entry(bucket, location) : null);
		new ResourceHeapDumpStore(loader, "s3://dumps").store(DUMP, "orders-1.hprof", new ByteArrayInputStream(CONTENT),
				CONTENT.length);
		assertThat(bucket).containsOnlyKeys("s3://dumps/orders-1.hprof");
		assertThat(bucket.get("s3://dumps/orders-1.hprof").toByteArray()).isEqualTo(CONTENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:dumps", "dumps", "https://example.org/dumps/" })
	void createWhenNothingCanBeWrittenThereShouldSayWhatCan(String location) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ResourceHeapDumpStore(new DefaultResourceLoader(), location))
			.withMessage("'copy-to' must be a location that can be written, such as 'file:/backup/', but was '%s'"
				.formatted(location));
	}

	private ResourceHeapDumpStore fileStore(String below) {
		return new ResourceHeapDumpStore(new DefaultResourceLoader(), "file:" + this.directory + below);
	}

	private static final class BrokenStream extends InputStream {

		@Override
		public int read() throws IOException {
			throw new IOException("broken");
		}

	}

	/**
	 * An object of a store that is no file system.
	 */
	private static final class Entry extends AbstractResource implements WritableResource {

		private final Map<String, ByteArrayOutputStream> bucket;

		private final String location;

		Entry(Map<String, ByteArrayOutputStream> bucket, String location) {
			this.bucket = bucket;
			this.location = location;
		}

		@Override
		public OutputStream getOutputStream() {
			return this.bucket.computeIfAbsent(this.location, (key) -> new ByteArrayOutputStream());
		}

		@Override
		public Resource createRelative(String relativePath) {
			return new Entry(this.bucket, this.location + relativePath);
		}

		@Override
		public String getDescription() {
			return this.location;
		}

		@Override
		public InputStream getInputStream() {
			return InputStream.nullInputStream();
		}

	}

}
