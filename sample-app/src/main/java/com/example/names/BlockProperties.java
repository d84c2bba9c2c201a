package com.example.names;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the block of the {@code 03-gc-block} profile.
 *
 * @param size Memory each request of the page takes. At most half of the heap, and
 * 2047MB.
 */
@ConfigurationProperties("names.block")
record BlockProperties(@DefaultValue("500MB") DataSize size) {

	private static final long LARGEST_ARRAY_MEGABYTES = 2047;

	BlockProperties {
		Assert.isTrue(!size.isNegative() && size.toMegabytes() <= largestMegabytes(),
				() -> "'size' must be between 0MB and %dMB (half of the heap) but was %dMB"
					.formatted(largestMegabytes(), size.toMegabytes()));
	}

	private static long largestMegabytes() {
		long halfHeap = DataSize.ofBytes(Runtime.getRuntime().maxMemory() / 2).toMegabytes();
		return Math.min(halfHeap, LARGEST_ARRAY_MEGABYTES);
	}

}
