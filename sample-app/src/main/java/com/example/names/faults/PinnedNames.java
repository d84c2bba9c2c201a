package com.example.names.faults;

import java.util.Locale;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Looks for a class with a special format of the name, and finds none.
 * <p>
 * This is the fault: {@link Class#forName} calls the loader through native code, and with
 * such a frame on its stack a virtual thread that waits cannot leave its carrier, of
 * which there are no more than processors. So it is on every JDK, while
 * {@code synchronized} pins before 24 only.
 */
@Component("names")
@Profile(PinnedNames.PROFILE)
class PinnedNames implements Names {

	static final String PROFILE = "14-pinned-virtual-threads";

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	private final Names names;

	private final ClassLoader formats;

	PinnedNames(Words words, SlowRegistry registry) {
		if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
			throw new InvalidConfigurationPropertyValueException("spring.profiles.active", PROFILE,
					"This profile needs Java %d or later, as Java %d has no virtual threads"
						.formatted(FIRST_WITH_VIRTUAL_THREADS, Runtime.version().feature()));
		}
		this.names = new CountingNames(words);
		this.formats = new RegistryClassLoader(registry);
	}

	@Override
	public String name() {
		String name = this.names.name();
		return hasFormat(name) ? name.toUpperCase(Locale.ROOT) : name;
	}

	private boolean hasFormat(String name) {
		try {
			Class.forName("formats." + name, true, this.formats);
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

}
