package io.github.heapwise.hprof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LargeDump}, which benchmarks rely on.
 */
class LargeDumpTests {

	@TempDir
	private Path directory;

	@Test
	void dumpHoldsTheObjectsItPromisesAndRefersToNoOthers() throws IOException {
		LargeDump.Size size = new LargeDump.Size(1000, 300, 20, 50, 400);
		Path file = this.directory.resolve("large.hprof");
		LargeDump.write(file, size);
		Set<Long> objects = new HashSet<>();
		Set<Long> references = new HashSet<>();
		try (HprofReader reader = HprofFile.open(file).read(CancelSignal.NEVER)) {
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				switch (element) {
					case INSTANCE, PRIMITIVE_ARRAY -> assertThat(objects.add(reader.id())).isTrue();
					case OBJECT_ARRAY -> {
						assertThat(objects.add(reader.id())).isTrue();
						readIds(reader, references);
					}
					case STATIC_FIELD -> readIds(reader, references);
					default -> {
					}
				}
			}
			assertThat(reader.truncation()).isNull();
		}
		assertThat(objects).hasSize((int) size.objects());
		references.remove(0L);
		// two lists, three quarters of the map, and what hangs on static fields
		assertThat(references).hasSize(20 + 1000 + 225 + 4).isSubsetOf(objects);
	}

	@Test
	void redactionKnowsTheLayoutOfEveryObject() throws IOException {
		Path file = this.directory.resolve("large.hprof");
		LargeDump.write(file, new LargeDump.Size(10, 10, 1, 5, 200));
		Path redacted = this.directory.resolve("redacted.hprof");
		Redaction.of(file, RedactionSettings.STRICT, CancelSignal.NEVER).writeTo(redacted, CancelSignal.NEVER);
		int links = 0;
		try (HprofReader reader = HprofFile.open(redacted).read(CancelSignal.NEVER)) {
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				if (element == HprofElement.INSTANCE && reader.bodyBytes() == 28) {
					reader.body().skip(4);
					assertThat(reader.body().id()).isNotZero();
					links++;
				}
			}
		}
		assertThat(links).isEqualTo(10 + 100);
	}

	private static void readIds(HprofReader reader, Set<Long> ids) throws IOException {
		while (reader.bodyBytes() > 0) {
			ids.add(reader.body().id());
		}
	}

}
