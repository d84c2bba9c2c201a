package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What is kept beside a dump, as properties.
 */
final class DumpMetadata {

	// Ours have some 1 KB.
	private static final int MAX_BYTES = 1 << 15;

	private static final String FLAG = "flag.";

	private DumpMetadata() {
	}

	/**
	 * Write a file that only its owner may read.
	 * @param file a file that does not exist
	 * @param stored what to write
	 * @throws IOException if it cannot be written
	 */
	static void write(Path file, StoredDump stored) throws IOException {
		Files.createFile(file, OwnFiles.fileAttributes(file));
		try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			properties(stored).store(writer, null);
		}
	}

	/**
	 * Read a file.
	 * @param file a file of any length and content
	 * @param id id of the dump that it lies beside
	 * @return the dump, empty if the file is not there, cannot be read or is not one of
	 * ours
	 */
	static Optional<StoredDump> read(Path file, String id) {
		try {
			return load(file, id);
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Read a file.
	 * @param file a file of any length and content
	 * @param id id of the dump that it lies beside
	 * @return the dump, empty if the file is not there or is not one of ours
	 * @throws IOException if it is there and cannot be read now
	 */
	static Optional<StoredDump> load(Path file, String id) throws IOException {
		try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
			byte[] content = in.readNBytes(MAX_BYTES + 1);
			if (content.length > MAX_BYTES) {
				return Optional.empty();
			}
			Properties properties = new Properties();
			properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
			return Optional.of(stored(new Fields(properties), id));
		}
		catch (NoSuchFileException | RuntimeException ex) {
			// gone meanwhile, or not in a form we know
			return Optional.empty();
		}
	}

	private static Properties properties(StoredDump stored) {
		Properties properties = new Properties();
		BiConsumer<String, @Nullable Object> put = (key, value) -> {
			if (value != null) {
				properties.setProperty(key, value.toString());
			}
		};
		put.accept("sequence", stored.sequence());
		put.accept("owner", stored.owner());
		putWish(put, stored.dump());
		putFacts(put, stored.facts());
		return properties;
	}

	private static void putWish(BiConsumer<String, @Nullable Object> put, HeapDump dump) {
		put.accept("trigger", dump.trigger().id());
		put.accept("reason", dump.reason());
		put.accept("live", dump.live());
		put.accept("requestedAt", dump.requestedAt());
		DumpEstimate estimate = dump.estimate();
		if (estimate != null) {
			put.accept("estimate.pauseMillis", estimate.pauseMillis());
			put.accept("estimate.diskBytes", estimate.diskBytes());
			put.accept("estimate.calibrated", estimate.calibrated());
		}
	}

	private static void putFacts(BiConsumer<String, @Nullable Object> put, DumpFacts facts) {
		put.accept("time", facts.time());
		put.accept("pauseMillis", facts.pauseMillis());
		put.accept("sizeBytes", facts.sizeBytes());
		put.accept("redacted", facts.redacted());
		put.accept("heapUsedBytes", facts.heapUsedBytes());
		put.accept("heapCommittedBytes", facts.heapCommittedBytes());
		put.accept("heapMaxBytes", facts.heapMaxBytes());
		facts.flags().forEach((name, value) -> put.accept(FLAG + name, value));
		put.accept("jvm", facts.jvm());
		put.accept("application", facts.application());
		put.accept("host", facts.host());
		put.accept("copyFailure", facts.copyFailure());
	}

	private static StoredDump stored(Fields fields, String id) {
		HeapDump wish = new HeapDump(id, fields.trigger(), fields.text("reason"), fields.flag("live"),
				fields.instant("requestedAt"), DumpState.READY, 1, fields.estimate(), null, null);
		DumpFacts facts = new DumpFacts(fields.instant("time"), fields.number("pauseMillis"),
				fields.number("sizeBytes"), fields.flag("redacted"), fields.number("heapUsedBytes"),
				fields.number("heapCommittedBytes"), fields.number("heapMaxBytes"), fields.vmOptions(),
				fields.text("jvm"), fields.text("application"), fields.text("host"), fields.optional("copyFailure"));
		return StoredDump.of(fields.sequence(), fields.text("owner"), wish, facts);
	}

	/**
	 * What the lines say. Each method throws an unchecked exception for what cannot be.
	 */
	private record Fields(Properties properties) {

		String text(String key) {
			return DumpText.of(this.properties.getProperty(key));
		}

		@Nullable String optional(String key) {
			return this.properties.containsKey(key) ? text(key) : null;
		}

		long number(String key) {
			long number = Long.parseLong(this.properties.getProperty(key));
			if (number < -1) {
				throw new IllegalArgumentException("'%s' must not be below -1 but was '%d'".formatted(key, number));
			}
			return number;
		}

		// One more has to be possible.
		long sequence() {
			return Math.min(number("sequence"), Long.MAX_VALUE / 2);
		}

		boolean flag(String key) {
			return Boolean.parseBoolean(this.properties.getProperty(key));
		}

		Instant instant(String key) {
			return Instant.parse(text(key));
		}

		DumpTrigger trigger() {
			String id = text("trigger");
			return Arrays.stream(DumpTrigger.values())
				.filter((trigger) -> trigger.id().equals(id))
				.findFirst()
				.orElseThrow();
		}

		@Nullable DumpEstimate estimate() {
			if (!this.properties.containsKey("estimate.pauseMillis")) {
				return null;
			}
			return new DumpEstimate(number("estimate.pauseMillis"), number("estimate.diskBytes"),
					flag("estimate.calibrated"));
		}

		Map<String, String> vmOptions() {
			Map<String, String> options = new TreeMap<>();
			SizeOptions.NAMES.stream()
				.filter((name) -> this.properties.containsKey(FLAG + name))
				.forEach((name) -> options.put(name, text(FLAG + name)));
			return options;
		}

	}

}
