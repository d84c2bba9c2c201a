package io.github.heapwise.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.heapwise.os.ControlGroup.Version;

/**
 * Finds the control groups that may limit the memory of this process.
 */
final class ControlGroups {

	// where systemd, Docker and Kubernetes mount them
	private static final String UNIFIED = "sys/fs/cgroup";

	private static final String MEMORY = "sys/fs/cgroup/memory";

	private ControlGroups() {
	}

	/**
	 * Find the group of this process and all above it.
	 * @param root where {@code /proc} and {@code /sys} lie
	 * @return the innermost first, none where there are no groups with a limit
	 */
	static List<ControlGroup> find(Path root) {
		List<String> memberships = memberships(root.resolve("proc/self/cgroup"));
		// On a host with both, the memory controller is in one of them only.
		for (String membership : memberships) {
			// hierarchy:controllers:path
			String[] parts = membership.split(":", 3);
			if (parts.length == 3 && Arrays.asList(parts[1].split(",")).contains("memory")) {
				return groups(Version.V1, root.resolve(MEMORY), parts[2]);
			}
		}
		for (String membership : memberships) {
			if (membership.startsWith("0::")) {
				return groups(Version.V2, root.resolve(UNIFIED), membership.substring("0::".length()));
			}
		}
		return List.of();
	}

	private static List<String> memberships(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static List<ControlGroup> groups(Version version, Path mount, String path) {
		List<ControlGroup> groups = new ArrayList<>();
		Path directory = directory(mount, path);
		while (directory.startsWith(mount)) {
			// the root of the unified hierarchy has no limit
			if (version.limits(directory)) {
				groups.add(new ControlGroup(version, directory));
			}
			directory = directory.resolve("..").normalize();
		}
		return groups;
	}

	// In a container the path is often that of the host, of which only the container's
	// own group is mounted.
	private static Path directory(Path mount, String path) {
		try {
			Path directory = mount.resolve(path.substring(path.startsWith("/") ? 1 : 0)).normalize();
			return (directory.startsWith(mount) && Files.isDirectory(directory)) ? directory : mount;
		}
		catch (InvalidPathException ex) {
			return mount;
		}
	}

}
