package io.github.heapwise.heapdump.analysis;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * A jar of a class and all it needs of ours. What a Boot jar nests cannot be a class
 * path, and jars, directories, images and servers each list their classes in another way:
 * so it is found by what each class names, and read through the class loader.
 */
final class EngineJar {

	private final Class<?> main;

	private final NamedClasses names;

	/**
	 * Make a jar.
	 * @param main the class to start; what it needs is in packages beside its own
	 */
	EngineJar(Class<?> main) {
		this.main = main;
		String packageName = main.getPackageName();
		this.names = new NamedClasses(packageName.substring(0, packageName.lastIndexOf('.') + 1).replace('.', '/'));
	}

	/**
	 * Write it, some 200 classes in 100 milliseconds.
	 * @param out where to, closed afterwards
	 * @throws IOException if it cannot be written, or the classes cannot be read
	 */
	void write(OutputStream out) throws IOException {
		try (ZipOutputStream jar = new ZipOutputStream(out)) {
			jar.setLevel(Deflater.BEST_SPEED);
			String first = this.main.getName().replace('.', '/');
			Set<String> seen = new HashSet<>(Set.of(first));
			Deque<String> open = new ArrayDeque<>(seen);
			while (!open.isEmpty()) {
				String name = open.remove();
				byte[] classFile = read(name);
				if (classFile != null) {
					write(jar, name, classFile);
					this.names.in(classFile).stream().filter(seen::add).forEach(open::add);
				}
				else if (name.equals(first)) {
					throw new FileNotFoundException("'%s' cannot be read".formatted(first));
				}
			}
		}
	}

	private byte @Nullable [] read(String name) throws IOException {
		try (InputStream in = this.main.getResourceAsStream("/" + name + ".class")) {
			return (in != null) ? in.readAllBytes() : null;
		}
	}

	private static void write(ZipOutputStream jar, String name, byte[] classFile) throws IOException {
		jar.putNextEntry(new ZipEntry(name + ".class"));
		jar.write(classFile);
		jar.closeEntry();
	}

}
