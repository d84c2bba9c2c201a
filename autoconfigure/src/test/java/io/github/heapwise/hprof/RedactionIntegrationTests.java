package io.github.heapwise.hprof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netbeans.lib.profiler.heap.Field;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.JavaClass;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Redacts heap dumps of real JVMs, reads them with a reader that is not ours, and looks
 * for what must not be there.
 */
class RedactionIntegrationTests {

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
			StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

	@TempDir
	private static Path directory;

	private static Path raw;

	private static Map<String, List<byte[]>> secrets;

	@BeforeAll
	static void dump() {
		raw = directory.resolve("raw.hprof");
		secrets = secrets(dump(raw));
	}

	@Test
	void foreignReaderFindsTheSameClassesAndObjects() throws IOException {
		Map<String, String> before = classes(raw);
		assertThat(before).containsKey(PlantedSecrets.class.getName()).hasSizeGreaterThan(300);
		assertThat(classes(redacted(RedactionSettings.STRICT))).isEqualTo(before);
	}

	@Test
	void secretsAreInTheRawFileAndNowhereInTheRedactedOne() throws IOException {
		byte[] before = Files.readAllBytes(raw);
		byte[] after = Files.readAllBytes(redacted(RedactionSettings.STRICT));
		assertThat(after).hasSameSizeAs(before);
		assertThat(found(before)).isEqualTo(secrets.keySet());
		assertThat(found(after)).isEmpty();
	}

	@Test
	void namesOfThreadsAreAllThatStaysIfAskedFor() throws IOException {
		RedactionSettings settings = new RedactionSettings(true, Set.of());
		assertThat(found(Files.readAllBytes(redacted(settings)))).containsExactly("thread name");
	}

	@Test
	void fieldsOfAllowedClassStay() throws IOException {
		RedactionSettings settings = new RedactionSettings(false, Set.of(PlantedSecrets.class.getName()));
		assertThat(found(Files.readAllBytes(redacted(settings)))).containsExactlyInAnyOrder("long", "double",
				"static long");
	}

	@Test
	void noPrimitiveStays() throws IOException {
		try (HprofReader reader = HprofFile.open(redacted(RedactionSettings.STRICT)).read(CancelSignal.NEVER)) {
			long bytes = 0;
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				boolean primitive = element == HprofElement.PRIMITIVE_ARRAY
						|| (element == HprofElement.STATIC_FIELD && reader.type() != BasicType.OBJECT);
				for (; primitive && reader.bodyBytes() > 0; bytes++) {
					assertThat(reader.body().u1()).isZero();
				}
			}
			assertThat(bytes).isGreaterThan(100_000);
			assertThat(reader.truncation()).isNull();
		}
	}

	@Test
	void dumpThatTheJvmCompressedIsRedacted() throws IOException {
		Path compressed = directory.resolve("compressed.hprof.gz");
		dump(compressed, "gz");
		Path uncompressed = directory.resolve("uncompressed.hprof");
		try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed));
				OutputStream out = Files.newOutputStream(uncompressed)) {
			in.transferTo(out);
		}
		Path redacted = directory.resolve("compressed-redacted.hprof");
		Redaction redaction = Redaction.of(compressed, RedactionSettings.STRICT, CancelSignal.NEVER);
		redaction.writeTo(redacted, CancelSignal.NEVER);
		assertThat(redaction.truncation()).isNull();
		assertThat(Files.size(redacted)).isEqualTo(Files.size(uncompressed));
		assertThat(classes(redacted)).isEqualTo(classes(uncompressed));
		assertThat(found(Files.readAllBytes(redacted))).isEmpty();
	}

	private static Path redacted(RedactionSettings settings) throws IOException {
		Path redacted = directory.resolve("redacted.hprof");
		Files.deleteIfExists(redacted);
		Redaction redaction = Redaction.of(raw, settings, CancelSignal.NEVER);
		assertThat(redaction.truncation()).isNull();
		redaction.writeTo(redacted, CancelSignal.NEVER);
		return redacted;
	}

	private static ChildJvm.Result dump(Path target, String... options) {
		ChildJvm.Result child = ChildJvm.running(PlantedSecrets.class)
			.with("-Xmx64m", "--add-opens=java.base/java.nio=ALL-UNNAMED",
					"-D" + PlantedSecrets.PROPERTY + "=" + PlantedSecrets.text("property"))
			.withEnvironment(PlantedSecrets.VARIABLE, PlantedSecrets.text("variable"))
			.run(Stream.concat(Stream.of(target.toString()), Stream.of(options)).toArray(String[]::new));
		assertThat(child.exitValue()).as(child.output()).isZero();
		return child;
	}

	private static Map<String, List<byte[]>> secrets(ChildJvm.Result child) {
		Map<String, List<byte[]>> secrets = new LinkedHashMap<>();
		for (String holder : List.of("string", "chars", "bytes", "builder", "heap buffer", "property", "variable",
				"thread name")) {
			secrets.put(holder, encoded(PlantedSecrets.text(holder)));
		}
		secrets.put("wide string", encoded(PlantedSecrets.wideText("wide string")));
		secrets.put("literal", encoded(PlantedSecrets.LITERAL));
		secrets.put("unused literal", encoded(PlantedSecrets.UNUSED_LITERAL));
		for (String holder : List.of("long", "static long", "long in array", "double")) {
			secrets.put(holder, List.of(bigEndian(PlantedSecrets.number(holder))));
		}
		secrets.put("direct buffer", List.of(bigEndian(child.number("address"))));
		return secrets;
	}

	private static List<byte[]> encoded(String text) {
		return CHARSETS.stream().map(text::getBytes).toList();
	}

	private static byte[] bigEndian(long number) {
		return ByteBuffer.allocate(8).putLong(number).array();
	}

	private static Set<String> found(byte[] dump) {
		return secrets.entrySet()
			.stream()
			.filter((secret) -> secret.getValue().stream().anyMatch((bytes) -> contains(dump, bytes)))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static boolean contains(byte[] dump, byte[] bytes) {
		return IntStream.rangeClosed(0, dump.length - bytes.length)
			.anyMatch(
					(at) -> dump[at] == bytes[0] && Arrays.equals(dump, at, at + bytes.length, bytes, 0, bytes.length));
	}

	// Several loaders may have a class of one name.
	private static Map<String, String> classes(Path dump) {
		try {
			Heap heap = HeapFactory.createHeap(dump.toFile());
			Map<String, String> classes = new TreeMap<>();
			for (Object element : heap.getAllClasses()) {
				JavaClass type = (JavaClass) element;
				String name = type.getName();
				while (classes.containsKey(name)) {
					name += "'";
				}
				List<?> fields = type.getFields();
				classes.put(name,
						"%d objects, %d bytes, fields %s".formatted(type.getInstancesCount(),
								type.getAllInstancesSize(),
								fields.stream().map((field) -> ((Field) field).getName()).toList()));
			}
			return classes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
