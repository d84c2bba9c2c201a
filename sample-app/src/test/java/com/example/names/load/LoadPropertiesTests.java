package com.example.names.load;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LoadProperties}.
 */
class LoadPropertiesTests {

	@Test
	void defaultsAreThoseOfAutocannon() {
		LoadProperties properties = new Binder(new MapConfigurationPropertySource()).bindOrCreate("load",
				LoadProperties.class);
		assertThat(properties).isEqualTo(new LoadProperties(10, 10, "/", false));
	}

	@Test
	void valuesThatMakeNoLoadAreRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LoadProperties(-1, 10, "/", false))
			.withMessage("'seconds' must not be negative but was -1");
		assertThatIllegalArgumentException().isThrownBy(() -> new LoadProperties(10, 0, "/", false))
			.withMessage("'connections' must be positive but was 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new LoadProperties(10, 10, "simple", false))
			.withMessage("'path' must start with '/' but was 'simple'");
	}

}
