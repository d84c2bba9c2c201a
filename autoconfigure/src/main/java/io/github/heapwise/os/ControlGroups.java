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
 * The control groups that may limit one thing of this process.
 *
 * @param version which of the kernel's two interfaces
 * @param directories those of the group of the process and of all above it, the innermost
 * first
 */
record ControlGroups(Version version, List<Path> directories) {

	// where systemd, Docker and Kubernetes mount them
	private static final String MOUNT = "sys/fs/cgroup";

	/**
	 * Find the groups.
	 * @param root where {@code /proc} and {@code /sys} lie
	 * @param controller what may be limited, as the kernel calls it
	 * @return the groups, none where the kernel has none
	 */
	static ControlGroups of(Path root, String controller) {
		List<String> memberships = memberships(root.resolve("proc/self/cgroup"));
		// On a host with both versions, a controller is in one of them only.
		for (String membership : memberships) {
			// hierarchy:controllers:path
			String[] parts = membership.split(":", 3);
			if (parts.length == 3 && Arrays.asList(parts[1].split(",")).contains(controller)) {
				return new ControlGroups(Version.V1, upwards(root.resolve(MOUNT).resolve(controller), parts[2]));
			}
		}
		for (String membership : memberships) {
			if (membership.startsWith("0::")) {
				return new ControlGroups(Version.V2, upwards(root.resolve(MOUNT), membership.substring(3)));
			}
		}
		return new ControlGroups(Version.V2, List.of());
	}

	private static List<String> memberships(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static List<Path> upwards(Path mount, String path) {
		List<Path> directories = new ArrayList<>();
		Path directory = directory(mount, path);
		while (directory.startsWith(mount)) {
			directories.add(directory);
			directory = directory.resolve("..").normalize();
		}
		return List.copyOf(directories);
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
