package com.example.names.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A {@link LoadDriver} in a JVM of its own.
 */
final class DriverProcess implements AutoCloseable {

	private static final List<String> OPTIONS = List.of("-Xmx128m", "-XX:+UseSerialGC");

	private static final List<String> INHERITED_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
			"_JAVA_OPTIONS");

	private final Process process;

	private DriverProcess(Process process) {
		this.process = process;
	}

	/**
	 * Start a driver.
	 * @param javaHome the Java runtime to start it with
	 * @param plan what to load
	 * @return the running driver
	 * @throws IOException if no JVM can be started
	 */
	static DriverProcess start(Path javaHome, LoadPlan plan) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command(javaHome, plan))
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		// Meant for the application: they could start an agent or a recording.
		INHERITED_OPTIONS.forEach(builder.environment()::remove);
		return new DriverProcess(builder.start());
	}

	/**
	 * Print what the driver reports and answer what it asks until it ends.
	 * @param allocated what this application has allocated so far
	 * @param out where the report goes
	 * @return exit code of the driver
	 * @throws InterruptedException if interrupted meanwhile
	 */
	int attend(Supplier<AllocatedBytes> allocated, PrintStream out) throws InterruptedException {
		try (BufferedReader lines = this.process.inputReader(StandardCharsets.UTF_8);
				PrintWriter answers = new PrintWriter(this.process.outputWriter(StandardCharsets.UTF_8), true)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.equals(LoadDriver.QUESTION)) {
					answers.println(allocated.get());
				}
				else {
					out.println(line);
				}
			}
		}
		catch (IOException ex) {
			// The pipe breaks when the driver is ended, and the exit code tells that.
		}
		return this.process.waitFor();
	}

	@Override
	public void close() {
		this.process.destroy();
	}

	private static List<String> command(Path javaHome, LoadPlan plan) {
		List<String> command = new ArrayList<>();
		command.add(javaHome.resolve("bin/java").toString());
		command.addAll(OPTIONS);
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		command.addAll(entryPoint());
		command.addAll(plan.toArguments());
		return command;
	}

	private static List<String> entryPoint() {
		String driver = LoadDriver.class.getName();
		boolean onClassPath = LoadDriver.class.getClassLoader() == ClassLoader.getSystemClassLoader();
		// In an executable jar only Boot's launcher sees the driver, and only this one
		// takes the main class.
		return onClassPath ? List.of(driver)
				: List.of("-Dloader.main=" + driver, "org.springframework.boot.loader.launch.PropertiesLauncher");
	}

}
