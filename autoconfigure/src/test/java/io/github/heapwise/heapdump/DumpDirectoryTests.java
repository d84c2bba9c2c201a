package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DumpDirectory}.
 */
class DumpDirectoryTests {

	@TempDir
	private Path temporary;

	@Test
	void openCreatesItForItsOwnerOnly() throws IOException {
		Path path = this.temporary.resolve("a/b");
		try (DumpDirectory directory = new DumpDirectory(path)) {
			assertThat(directory.isPresent()).isFalse();
			assertThat(directory.open().directory()).isEqualTo(path);
			assertThat(permissions(path)).isEqualTo("rwx------");
			assertThat(permissions(path.getParent())).isEqualTo("rwx------");
		}
		assertThat(path).as("after it was closed").isEmptyDirectory();
	}

	@Test
	void openKeepsWhatItIsNamedBy() throws IOException {
		try (DumpDirectory directory = new DumpDirectory(this.temporary.resolve("dumps"))) {
			assertThat(directory.open().token()).isEqualTo(directory.open().token()).matches(OwnerToken.FORM);
		}
	}

	@Test
	void openWhenItHasBeenRemovedCreatesItAgain() throws IOException {
		Path path = this.temporary.resolve("dumps");
		try (DumpDirectory directory = new DumpDirectory(path)) {
			directory.open();
			try (var files = Files.list(path)) {
				files.forEach(OwnFiles::deleteQuietly);
			}
			Files.delete(path);
			directory.open();
			assertThat(path).isNotEmptyDirectory();
		}
	}

	@Test
	void openWhenItIsASymbolicLinkShouldRefuse() throws IOException {
		Path target = Files.createDirectory(this.temporary.resolve("elsewhere"));
		Path link = Files.createSymbolicLink(this.temporary.resolve("dumps"), target);
		assertRefused(link, "is a symbolic link");
		assertThat(target).isEmptyDirectory();
	}

	@Test
	void openWhenItIsASymbolicLinkToNothingShouldRefuse() throws IOException {
		Path target = this.temporary.resolve("elsewhere");
		assertRefused(Files.createSymbolicLink(this.temporary.resolve("dumps"), target), "is a symbolic link");
		assertThat(target).doesNotExist();
	}

	@Test
	void openWhenItIsAFileShouldRefuse() throws IOException {
		assertRefused(Files.createFile(this.temporary.resolve("dumps")), "is a file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rwxrwxrwx", "rwxrwx---", "rwx----w-" })
	void openWhenOthersMayWriteShouldRefuse(String permissions) throws IOException {
		Path path = Files.createDirectory(this.temporary.resolve("dumps"));
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
		assertRefused(path, "may be written by others, its permissions are '" + permissions + "'");
	}

	@Test
	void openWhenItCannotBeCreatedShouldRefuse() throws IOException {
		Path file = Files.createFile(this.temporary.resolve("file"));
		assertRefused(file.resolve("dumps"), "cannot be used");
	}

	@Test
	void openWhenTheFileSystemTakesNoFilesShouldRefuse() {
		assertRefused(Path.of("/proc/heapwise"), "cannot be");
	}

	private void assertRefused(Path path, String problem) {
		try (DumpDirectory directory = new DumpDirectory(path)) {
			assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(directory::open)
				.withMessageContaining(problem)
				.withMessageContaining("'heapwise.heapdump.directory'")
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(path.toString()));
		}
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
