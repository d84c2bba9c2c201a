package io.github.heapwise.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a main class in a JVM of its own, for what can be done only once in a JVM or would
 * harm the one of the tests. What it has to say it prints as {@code name=value}.
 */
public final class ChildJvm {

	private static final long MAX_SECONDS = 120;

	private final List<String> options = new ArrayList<>();

	private final Map<String, String> environment = new HashMap<>();

	private final Class<?> mainClass;

	private ChildJvm(Class<?> mainClass) {
		this.mainClass = mainClass;
	}

	public static ChildJvm running(Class<?> mainClass) {
		return new ChildJvm(mainClass);
	}

	public ChildJvm with(String... moreOptions) {
		this.options.addAll(List.of(moreOptions));
		return this;
	}

	/**
	 * Set an environment variable, besides those of this JVM.
	 * @param name its name
	 * @param value its value
	 * @return this child
	 */
	public ChildJvm withEnvironment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	public Result run(String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), this.mainClass.getName()));
		command.addAll(List.of(arguments));
		try {
			return run(command);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Result run(List<String> command) throws IOException, InterruptedException {
		Path output = Files.createTempFile("heapwise-child", ".txt");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().putAll(this.environment);
			Process process = builder.start();
			boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
			process.destroyForcibly();
			String text = Files.readString(output, StandardCharsets.UTF_8);
			return new Result(ended ? process.exitValue() : -1, text);
		}
		finally {
			Files.delete(output);
		}
	}

	/**
	 * What became of it.
	 *
	 * @param exitValue its exit value, -1 if it did not end by itself
	 * @param output all it printed
	 */
	public record Result(int exitValue, String output) {

		public Map<String, String> values() {
			return this.output.lines()
				.filter((line) -> line.matches("\\w+=.*"))
				.collect(Collectors.toMap((line) -> line.split("=", 2)[0], (line) -> line.split("=", 2)[1],
						(first, second) -> second));
		}

		public long number(String name) {
			return Long.parseLong(values().getOrDefault(name, "-1"));
		}

	}

}
