package com.example.names.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample application after some load, with windows short enough for a few of them.
 */
final class LoadedSample implements AutoCloseable {

	private static final int REQUESTS = 2000;

	private final Host host = Host.start(Shape.MVC, "heapwise.allocation.window=1s");

	LoadedSample() {
		this.host.load(REQUESTS);
		await().untilAsserted(() -> assertThat(this.host.get(profile(), "Accept", "text/plain").body())
			.contains("com.example.names.LeakingNames.name;"));
	}

	private String profile() {
		return this.host.actuator("/memory/allocations");
	}

	Host host() {
		return this.host;
	}

	String overview() {
		return this.host.overview();
	}

	String allocations() {
		return this.host.allocations();
	}

	@Override
	public void close() {
		this.host.close();
	}

}
