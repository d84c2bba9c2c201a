package com.example.names.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.example.names.NamesApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample application after some load, with windows short enough for a few of them. It
 * has a JVM of its own: what the tests allocate is not to be in its profile.
 */
final class LoadedSample implements AutoCloseable {

	private static final Pattern LIVE_PAGE = Pattern.compile("Live page: +(http://\\S+)(/actuator\\S+)");

	private final Loader loader = new Loader();

	private final Process process;

	private final String address;

	LoadedSample() {
		this("--load.seconds=8", "--heapwise.allocation.window=1s");
		try {
			awaitProfile();
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	private LoadedSample(String... arguments) {
		this.process = start(arguments);
		this.address = address(this.process.inputReader(StandardCharsets.UTF_8));
	}

	/**
	 * Start the sample as the README says, with its own load.
	 * @return the sample, when its load has just ended
	 */
	static LoadedSample asInTheReadme() {
		return new LoadedSample("--load.seconds=10");
	}

	/**
	 * Start the sample in a way of its own, with its own load.
	 * @param arguments properties, as on the command line
	 * @return the sample, when its load has just ended
	 */
	static LoadedSample with(String... arguments) {
		return new LoadedSample(arguments);
	}

	private static Process start(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx512m", "-cp",
						System.getProperty("java.class.path"), NamesApplication.class.getName(), "--server.port=0"));
		command.addAll(List.of(arguments));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String address(BufferedReader output) {
		return output.lines()
			.map(LIVE_PAGE::matcher)
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The sample ended without serving its page"));
	}

	// How many requests the load comes to depends on the machine: there are more until
	// nothing else of the application allocates as much.
	private void awaitProfile() {
		await().atMost(2, TimeUnit.MINUTES).untilAsserted(() -> {
			load(200);
			assertThat(ownBytes("com.example.names.LeakingNames.name"))
				.isGreaterThan(4 * ownBytes("com.example.names.load.DriverProcess.attend"))
				.isPositive();
		});
	}

	private long ownBytes(String function) {
		return this.loader.get(this.address + "/actuator/memory/allocations?range=all", "Accept", "text/plain")
			.body()
			.lines()
			.filter((stack) -> stack.contains(";" + function + ";"))
			.mapToLong((stack) -> Long.parseLong(stack.substring(stack.lastIndexOf(' ') + 1)))
			.sum();
	}

	void load(int requests) {
		this.loader.load(this.address + "/", requests);
	}

	String overview() {
		return this.address + "/actuator/memory/ui";
	}

	String diagnosis() {
		return this.address + "/actuator/memory/ui/diagnosis";
	}

	String memory() {
		return this.address + "/actuator/memory/ui/memory";
	}

	String gc() {
		return this.address + "/actuator/memory/ui/gc";
	}

	String latency() {
		return this.address + "/actuator/memory/ui/latency";
	}

	String routes() {
		return this.address + "/actuator/memory/ui/routes";
	}

	String allocations() {
		return this.address + "/actuator/memory/ui/allocations";
	}

	String heapDumps() {
		return this.address + "/actuator/memory/ui/heapdumps";
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
