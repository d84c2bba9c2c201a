package com.example.names.browser;

import java.util.ArrayList;
import java.util.List;

import com.example.names.NamesApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running application of a given shape, on free ports of the loopback interface.
 */
final class Host implements AutoCloseable {

	private static final String LOOPBACK = "http://127.0.0.1:";

	private final Loader loader = new Loader();

	private final Shape shape;

	private final ConfigurableApplicationContext context;

	private Host(Shape shape, ConfigurableApplicationContext context) {
		this.shape = shape;
		this.context = context;
	}

	static Host start(Shape shape, String... properties) {
		return start(shape, NamesApplication.class, properties);
	}

	static Host start(Shape shape, Class<?> source, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
		shape.properties().forEach((line) -> arguments.add("--" + line));
		List.of(properties).forEach((line) -> arguments.add("--" + line));
		return new Host(shape, SpringApplication.run(source, arguments.toArray(String[]::new)));
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Address of something of the application itself.
	 * @param path path below the context path
	 * @return the address
	 */
	String application(String path) {
		return LOOPBACK + port("server") + this.shape.contextPath() + path;
	}

	/**
	 * Address of something of the actuator.
	 * @param path path below its base path
	 * @return the address
	 */
	String actuator(String path) {
		return LOOPBACK + port("management") + this.shape.actuatorPath() + path;
	}

	String overview() {
		return actuator("/memory/ui");
	}

	String diagnosis() {
		return actuator("/memory/ui/diagnosis");
	}

	String memory() {
		return actuator("/memory/ui/memory");
	}

	String gc() {
		return actuator("/memory/ui/gc");
	}

	String latency() {
		return actuator("/memory/ui/latency");
	}

	String routes() {
		return actuator("/memory/ui/routes");
	}

	String allocations() {
		return actuator("/memory/ui/allocations");
	}

	String heapDumps() {
		return actuator("/memory/ui/heapdumps");
	}

	/**
	 * Load the page of the application with requests, one after the other.
	 * @param requests how many
	 */
	void load(int requests) {
		this.loader.load(application("/"), requests);
	}

	private String port(String server) {
		return this.context.getEnvironment().getRequiredProperty("local." + server + ".port");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
