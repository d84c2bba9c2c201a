package io.github.heapwise.heapdump.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a process for an analysis is started: small, of the lowest priority, and with
 * nothing of ours that it does not need.
 */
final class ChildCommand {

	private static final int MAX_HEAP_MEGABYTES = 64;

	private static final int LOWEST_PRIORITY = 19;

	/**
	 * What such a JVM may exit with when memory runs out.
	 */
	static final int OUT_OF_MEMORY = 3;

	// How names of files are written, and where libraries are.
	private static final Set<String> PASSED_ON = Set.of("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SYSTEMROOT",
			"TMPDIR", "TMP", "TEMP");

	private static final List<String> SMALL = List.of("-Xmx" + MAX_HEAP_MEGABYTES + "m", "-Xss512k", "-XX:+UseSerialGC",
			"-XX:MaxMetaspaceSize=48m", "-XX:ReservedCodeCacheSize=24m", "-XX:-UsePerfData", "-Xshare:auto",
			"-XX:+ExitOnOutOfMemoryError", "-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash",
			"-XX:+DisableAttachMechanism", "-XX:+IgnoreUnrecognizedVMOptions", "-Djava.awt.headless=true");

	private final Path javaHome;

	private final List<Path> nice;

	/**
	 * Start with a JVM.
	 * @param javaHome where it is
	 * @param nice where the command may be that lowers priorities
	 */
	ChildCommand(Path javaHome, List<Path> nice) {
		this.javaHome = javaHome;
		this.nice = nice;
	}

	/**
	 * Start with the JVM that runs this.
	 * @return the command
	 */
	static ChildCommand ofThisJvm() {
		return new ChildCommand(Path.of(System.getProperty("java.home")),
				List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice")));
	}

	/**
	 * Return the words of the command.
	 * @param classPath a jar
	 * @param mainClass class to start
	 * @param arguments its arguments
	 * @return the words
	 * @throws NoProcessException if there is no JVM to start
	 */
	List<String> words(Path classPath, String mainClass, List<String> arguments) throws NoProcessException {
		List<String> words = new ArrayList<>();
		Optional<Path> command = this.nice.stream().filter(Files::isExecutable).findFirst();
		command.ifPresent((path) -> words.addAll(List.of(path.toString(), "-n", String.valueOf(LOWEST_PRIORITY))));
		words.add(java());
		words.addAll(command.isPresent() ? List.of() : priorityOptions());
		words.addAll(SMALL);
		words.addAll(List.of("-cp", classPath.toString(), mainClass));
		words.addAll(arguments);
		return words;
	}

	/**
	 * Leave in an environment what is needed. Options for JVMs are not: agents would
	 * start, and what they print be taken for an answer.
	 * @param environment the environment
	 */
	static void reduce(Map<String, String> environment) {
		environment.keySet().removeIf((name) -> !PASSED_ON.contains(name) && !name.equalsIgnoreCase("SystemRoot"));
		// glibc reserves memory for every thread otherwise
		environment.put("MALLOC_ARENA_MAX", "1");
	}

	private String java() throws NoProcessException {
		return Stream.of("java", "java.exe")
			.map((name) -> this.javaHome.resolve("bin").resolve(name))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst()
			.orElseThrow(() -> new NoProcessException("this Java runtime has no 'java' command", null));
	}

	// What a JVM can do itself: all threads but the first on JDK 25.
	private static List<String> priorityOptions() {
		Stream<String> others = Stream.of("-XX:-PrintWarnings", "-XX:ThreadPriorityPolicy=1",
				"-XX:VMThreadPriority=" + LOWEST_PRIORITY, "-XX:CompilerThreadPriority=" + LOWEST_PRIORITY);
		return Stream
			.concat(others, IntStream.rangeClosed(1, 10)
				.mapToObj((priority) -> "-XX:JavaPriority%d_To_OSPriority=%d".formatted(priority, LOWEST_PRIORITY)))
			.toList();
	}

}
