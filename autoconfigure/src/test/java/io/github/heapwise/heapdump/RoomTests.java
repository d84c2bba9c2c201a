package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Room}.
 */
class RoomTests {

	@Test
	void inADirectoryThereIsWhatItsDiskHas(@TempDir Path directory) throws IOException {
		assertThat(Room.in(directory).freeDiskBytes()).isBetween(1L, directory.toFile().getTotalSpace());
	}

	@Test
	void filesOfSomeFileSystemsAreMemory() throws IOException {
		assertThat(Room.of(new Store("ext4", 42))).isEqualTo(new Room(42, false));
		assertThat(Room.of(new Store("tmpfs", 42))).isEqualTo(new Room(42, true));
		assertThat(Room.of(new Store("tmpfs", 0))).isEqualTo(new Room(0, true));
	}

	@Test
	void whatHasNoBoundsIsNotFull() throws IOException {
		assertThat(Room.of(new Store("ramfs", 0))).isEqualTo(new Room(Long.MAX_VALUE, true));
		assertThat(Room.of(new Store("nfs", -1))).isEqualTo(new Room(Long.MAX_VALUE, false));
	}

	/**
	 * A store of some type with some space.
	 */
	private static final class Store extends FileStore {

		private final String type;

		private final long usableBytes;

		Store(String type, long usableBytes) {
			this.type = type;
			this.usableBytes = usableBytes;
		}

		@Override
		public String name() {
			return "a disk";
		}

		@Override
		public String type() {
			return this.type;
		}

		@Override
		public boolean isReadOnly() {
			return false;
		}

		@Override
		public long getTotalSpace() {
			return this.usableBytes;
		}

		@Override
		public long getUsableSpace() {
			return this.usableBytes;
		}

		@Override
		public long getUnallocatedSpace() {
			return this.usableBytes;
		}

		@Override
		public boolean supportsFileAttributeView(Class<? extends FileAttributeView> view) {
			return false;
		}

		@Override
		public boolean supportsFileAttributeView(String name) {
			return false;
		}

		@Override
		public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> view) {
			return null;
		}

		@Override
		public Object getAttribute(String attribute) {
			throw new UnsupportedOperationException(attribute);
		}

	}

}
