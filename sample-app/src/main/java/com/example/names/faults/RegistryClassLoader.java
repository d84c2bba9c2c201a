package com.example.names.faults;

/**
 * Looks for classes in the registry.
 */
final class RegistryClassLoader extends ClassLoader {

	static {
		registerAsParallelCapable();
	}

	private final SlowRegistry registry;

	RegistryClassLoader(SlowRegistry registry) {
		super(RegistryClassLoader.class.getClassLoader());
		this.registry = registry;
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		boolean known = this.registry.knows("/classes/" + name);
		throw new ClassNotFoundException("'%s' is %s".formatted(name, known ? "not to be fetched" : "not registered"));
	}

}
