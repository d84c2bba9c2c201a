package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Leftovers}.
 */
class LeftoversTests {

	private static final String ID = "20260102-030405-abcdef";

	private static final String GONE = "lx1-1-abcdef";

	@TempDir
	private Path temporary;

	private DumpDirectory directory;

	private DumpFiles files;

	@BeforeEach
	void prepare() throws IOException {
		this.directory = new DumpDirectory(this.temporary.resolve("dumps"));
		this.files = this.directory.open();
	}

	@AfterEach
	void close() {
		this.directory.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".raw.tmp.hprof", ".raw.tmp.hprof.p0", ".raw.tmp.hprof.p17", ".redacted.tmp.hprof",
			".metadata.tmp.hprof", ".of the future" })
	void whatAProcessThatIsGoneWasWritingIsDeleted(String suffix) throws IOException {
		Path leftover = file(ID + "." + GONE + suffix);
		Path lock = file(GONE + ".lock");
		deleteLeftovers();
		assertThat(leftover).doesNotExist();
		assertThat(lock).doesNotExist();
	}

	@Test
	void whatThisProcessIsWritingStays() throws IOException {
		Path temporaryFile = Files.createFile(this.files.temporary(ID, "raw"));
		Path ofAnotherContext = file(ID + "." + OwnerToken.next() + ".raw.tmp.hprof");
		deleteLeftovers();
		assertThat(temporaryFile).exists();
		assertThat(ofAnotherContext).exists();
		assertThat(this.directory.open().token()).isEqualTo(this.files.token());
	}

	@Test
	void aWholeDumpStays() throws IOException {
		metadata(GONE, 4);
		Path dump = Files.writeString(this.files.dump(ID), "text");
		deleteLeftovers();
		assertThat(dump).exists();
		assertThat(this.files.metadata(ID)).exists();
	}

	@Test
	void metadataWithoutADumpIsDeleted() throws IOException {
		metadata(GONE, 4);
		deleteLeftovers();
		assertThat(this.files.metadata(ID)).doesNotExist();
	}

	@Test
	void metadataOfADumpThatIsBeingAddedStays() throws IOException {
		metadata(this.files.token(), 4);
		deleteLeftovers();
		assertThat(this.files.metadata(ID)).exists();
	}

	@Test
	void aDumpWithoutMetadataIsDeleted() throws IOException {
		Path dump = Files.writeString(this.files.dump(ID), "text");
		deleteLeftovers();
		assertThat(dump).doesNotExist();
	}

	@Test
	void aDumpWhoseMetadataCannotBeReadStays() throws IOException {
		Path dump = Files.writeString(this.files.dump(ID), "text");
		Files.createDirectory(this.files.metadata(ID));
		deleteLeftovers();
		assertThat(dump).exists();
	}

	@Test
	void aDumpWithoutMetadataThatIsBeingReadStays() throws IOException {
		Path dump = Files.writeString(this.files.dump(ID), "text");
		new Leftovers(this.files, ID::equals).delete();
		assertThat(dump).exists();
	}

	@Test
	void aDumpOfAnotherLengthThanItsMetadataSaysIsDeleted() throws IOException {
		metadata(GONE, 5);
		Path dump = Files.writeString(this.files.dump(ID), "text");
		deleteLeftovers();
		assertThat(dump).doesNotExist();
		assertThat(this.files.metadata(ID)).doesNotExist();
	}

	@Test
	void anIndexWithoutADumpIsDeleted() throws IOException {
		Path index = index(".hwi");
		Path unfinished = index(".hwi.part");
		deleteLeftovers();
		assertThat(index).doesNotExist();
		assertThat(unfinished).doesNotExist();
	}

	@Test
	void anIndexOfADumpStays() throws IOException {
		metadata(GONE, 4);
		Files.writeString(this.files.dump(ID), "text");
		Path index = index(".hwi");
		deleteLeftovers();
		assertThat(index).exists();
	}

	@Test
	void anIndexThatAProcessWasBuildingThatIsGoneIsDeleted() throws IOException {
		metadata(GONE, 4);
		Path dump = Files.writeString(this.files.dump(ID), "text");
		Path unfinished = index(".hwi.part");
		Path claim = file(ID + "." + GONE + ".analysis.jar");
		deleteLeftovers();
		assertThat(unfinished).doesNotExist();
		assertThat(claim).doesNotExist();
		assertThat(dump).exists();
	}

	@Test
	void anIndexThatAnotherProcessIsBuildingStays() throws IOException {
		metadata(GONE, 4);
		Files.writeString(this.files.dump(ID), "text");
		Path unfinished = index(".hwi.part");
		Path claim = file(ID + "." + OwnerToken.next() + ".analysis.jar");
		deleteLeftovers();
		assertThat(unfinished).exists();
		assertThat(claim).exists();
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders.hprof", "20260102-030405-abcdef.hprof.gz", "notes.properties", ".nfs0001",
			"20260102-030405-abcdef.tmp", "some.lock", "\u00e4\n.hprof" })
	void filesOfOthersStay(String name) throws IOException {
		Path other = file(name);
		deleteLeftovers();
		assertThat(other).exists();
	}

	private void deleteLeftovers() {
		new Leftovers(this.files, (id) -> false).delete();
	}

	private Path index(String suffix) throws IOException {
		Path index = Files.createDirectory(this.files.directory().resolve(ID + ".hprof" + suffix));
		Files.writeString(index.resolve("header"), "text");
		return index;
	}

	private Path file(String name) throws IOException {
		return Files.writeString(this.files.directory().resolve(name), "text");
	}

	private void metadata(String owner, long sizeBytes) throws IOException {
		HeapDump wish = new HeapDump(ID, DumpTrigger.API, "", false, Instant.EPOCH, DumpState.READY, 1, null, null,
				null);
		DumpMetadata.write(this.files.metadata(ID),
				StoredDump.of(1, owner, wish, DumpsUnderTest.facts(Instant.EPOCH, sizeBytes)));
	}

}
