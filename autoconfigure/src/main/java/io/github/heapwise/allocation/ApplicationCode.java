package io.github.heapwise.allocation;

import java.security.CodeSource;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Takes as the application's own what lies in its base packages, and what was loaded from
 * where its main class was: classes of the same directory or archive, whatever their
 * package. A directory of classes on the class path is never a library. Heapwise is the
 * application's own only where a base package says so, not where both are in one archive.
 */
public final class ApplicationCode implements CodeOwner {

	static final String OURS = "io.github.heapwise.";

	private final List<String> prefixes;

	private final ClassLoader classLoader;

	private final @Nullable String mainLocation;

	/**
	 * Create the rule.
	 * @param basePackages packages of the application, those below them included
	 * @param mainClass the application's main class, if it is known
	 * @param classLoader loads its classes
	 */
	public ApplicationCode(List<String> basePackages, @Nullable Class<?> mainClass, ClassLoader classLoader) {
		this.prefixes = basePackages.stream().map((basePackage) -> basePackage + ".").toList();
		this.mainLocation = (mainClass != null) ? location(mainClass) : null;
		this.classLoader = classLoader;
	}

	@Override
	public boolean isApplication(String className) {
		return this.prefixes.stream().anyMatch(className::startsWith)
				|| (!className.startsWith(OURS) && isApplicationLocation(location(className)));
	}

	private boolean isApplicationLocation(@Nullable String location) {
		return location != null && (location.equals(this.mainLocation) || isDirectory(location));
	}

	private static boolean isDirectory(String location) {
		return location.startsWith("file:") && location.endsWith("/");
	}

	// The class has just run, so it is only looked up; it is neither loaded nor
	// initialized.
	private @Nullable String location(String className) {
		try {
			return location(Class.forName(className, false, this.classLoader));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	private static @Nullable String location(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		return (source != null && source.getLocation() != null) ? Objects.toString(source.getLocation()) : null;
	}

}
