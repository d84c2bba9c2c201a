package com.example.names.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Loads a class of its own for the format of names, whatever its parent has loaded.
 */
final class FormatLoader extends ClassLoader {

	FormatLoader() {
		super(FormatLoader.class.getClassLoader());
	}

	@SuppressWarnings("unchecked")
	UnaryOperator<String> load() {
		try {
			return (UnaryOperator<String>) define(LowerCase.class).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Class<?> define(Class<?> type) {
		String file = type.getName().replace('.', '/') + ".class";
		try (InputStream in = getParent().getResourceAsStream(file)) {
			if (in == null) {
				throw new IllegalStateException("'" + file + "' is not on the class path");
			}
			byte[] bytes = in.readAllBytes();
			return defineClass(type.getName(), bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The format. Public, as it is used from a class that another loader has loaded.
	 */
	public static class LowerCase implements UnaryOperator<String> {

		@Override
		public String apply(String name) {
			return name.toLowerCase(Locale.ROOT);
		}

	}

}
