package io.github.heapwise.heapdump.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for heap dumps: what may be taken, and what is kept.
 *
 * @param enabled Whether heap dumps can be taken.
 * @param directory Directory that dumps are kept in. Created for its owner only; by
 * default one of the application's own below the temporary directory.
 * @param minFreeDisk Disk space that a dump has to leave.
 * @param maxPause Longest pause that a dump may be expected to cost. Longer ones are
 * refused. By default none is.
 * @param retention What is kept.
 * @param redact When values are taken out of dumps.
 * @param keepThreadNames Whether names of threads stay in redacted dumps.
 * @param keepValuesOf Names of classes whose primitive fields keep their values in
 * redacted dumps.
 * @param rawDownload Whether dumps may be downloaded with the values in them, passwords
 * and personal data included. Every such download is logged.
 * @param showValues Whether the analysis of a dump shows texts and numbers, passwords and
 * personal data included, besides names, references and sizes.
 * @param copyTo Resource location of a directory that finished dumps are copied to,
 * redacted.
 */
@ConfigurationProperties("heapwise.heapdump")
public record HeapDumpProperties(@DefaultValue("true") boolean enabled, @Nullable String directory,
		@DefaultValue("512MB") DataSize minFreeDisk, @Nullable Duration maxPause, @DefaultValue Retention retention,
		@DefaultValue("on-download") Redact redact, @DefaultValue("false") boolean keepThreadNames,
		@DefaultValue List<String> keepValuesOf, @DefaultValue("false") boolean rawDownload,
		@DefaultValue("false") boolean showValues, @Nullable String copyTo) {

	public HeapDumpProperties {
		check(!minFreeDisk.isNegative(), "min-free-disk", "0B or more", minFreeDisk);
		check(maxPause == null || maxPause.compareTo(Duration.ZERO) > 0, "max-pause", "longer than 0s", maxPause);
		directory = StringUtils.hasText(directory) ? directory : null;
		keepValuesOf = List.copyOf(keepValuesOf);
	}

	boolean isRedactedAtCapture() {
		return this.redact == Redact.AT_CAPTURE;
	}

	private static void check(boolean valid, String property, String expectation, @Nullable Object value) {
		Assert.isTrue(valid, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

	/**
	 * What is kept.
	 *
	 * @param count Number of dumps kept.
	 * @param size Disk space that dumps may use together.
	 * @param age How long dumps are kept.
	 */
	public record Retention(@DefaultValue("5") int count, @DefaultValue("20GB") DataSize size,
			@DefaultValue("7d") Duration age) {

		private static final int MAX_COUNT = 1000;

		public Retention {
			check(count >= 1 && count <= MAX_COUNT, "retention.count", "between 1 and " + MAX_COUNT, count);
			check(size.toBytes() > 0, "retention.size", "more than 0B", size);
			check(age.compareTo(Duration.ZERO) > 0, "retention.age", "longer than 0s", age);
		}

	}

	/**
	 * When values are taken out of dumps.
	 */
	public enum Redact {

		/** Each time somebody reads them; the file has them. */
		ON_DOWNLOAD,

		/** When they are taken; the file does not have them. */
		AT_CAPTURE

	}

}
