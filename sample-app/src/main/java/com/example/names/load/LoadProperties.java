package com.example.names.load;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for the load that follows the start of the application.
 *
 * @param seconds How long to load the application. 0 only serves.
 * @param connections Number of connections, each with one request at a time.
 * @param path Path to load, relative to the application's root.
 * @param exit Whether to end the application after the report.
 */
@ConfigurationProperties("load")
record LoadProperties(@DefaultValue("10") int seconds, @DefaultValue("10") int connections,
		@DefaultValue("/") String path, @DefaultValue("false") boolean exit) {

	LoadProperties {
		Assert.isTrue(seconds >= 0, () -> "'seconds' must not be negative but was " + seconds);
		Assert.isTrue(connections > 0, () -> "'connections' must be positive but was " + connections);
		Assert.isTrue(path.startsWith("/"), () -> "'path' must start with '/' but was '" + path + "'");
	}

}
