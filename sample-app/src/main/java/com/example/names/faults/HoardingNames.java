package com.example.names.faults;

import java.util.List;
import java.util.stream.LongStream;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Reads a portrait for every name, to have them at hand.
 * <p>
 * This is the fault: they fill most of the heap from the start, nothing grows, and the
 * collector has to make do with the rest.
 */
@Component("names")
@Profile("17-large-live-set")
class HoardingNames implements Names {

	private static final int PORTRAIT_BYTES = 16 * 1024;

	private final Names names;

	private final List<byte[]> portraits;

	HoardingNames(Words words, FaultProperties properties) {
		this.names = new CountingNames(words);
		long bytes = (long) (Runtime.getRuntime().maxMemory() * properties.liveRatio());
		this.portraits = LongStream.range(0, bytes / PORTRAIT_BYTES)
			.mapToObj((number) -> new byte[PORTRAIT_BYTES])
			.toList();
	}

	@Override
	public String name() {
		String name = this.names.name();
		return isDark(portrait(name)) ? name + "_" : name;
	}

	private byte[] portrait(String name) {
		return this.portraits.get(Math.floorMod(name.hashCode(), this.portraits.size()));
	}

	private static boolean isDark(byte[] portrait) {
		return portrait[0] < 0;
	}

}
