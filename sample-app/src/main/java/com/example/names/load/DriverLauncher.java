package com.example.names.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Runs the driver beside the application, or inside it where no other JVM can be started.
 */
final class DriverLauncher implements AutoCloseable {

	private static final int FAILED = 1;

	private final AllocationCounter counter = new AllocationCounter();

	private final Path javaHome;

	private volatile @Nullable DriverProcess driver;

	DriverLauncher() {
		this(Path.of(System.getProperty("java.home")));
	}

	DriverLauncher(Path javaHome) {
		this.javaHome = javaHome;
	}

	/**
	 * Run the driver. Blocks until it has reported or this launcher is closed.
	 * @param plan what to load
	 * @param out where the report goes
	 * @return 0 if there was a report
	 */
	int run(LoadPlan plan, PrintStream out) {
		try {
			return runBeside(plan, out);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return FAILED;
		}
	}

	@Override
	public void close() {
		DriverProcess running = this.driver;
		if (running != null) {
			running.close();
		}
	}

	private int runBeside(LoadPlan plan, PrintStream out) throws InterruptedException {
		try (DriverProcess beside = DriverProcess.start(this.javaHome, plan)) {
			this.driver = beside;
			return beside.attend(this.counter::process, out);
		}
		catch (IOException ex) {
			out.println("The load driver runs inside the application and appears in its profile, "
					+ "as it could not be started beside it: " + ex.getMessage());
			return runInside(plan, out);
		}
	}

	private int runInside(LoadPlan plan, PrintStream out) throws InterruptedException {
		new LoadDriver(plan, () -> this.counter.process().without(this.counter.threadGroup()), out).run();
		return 0;
	}

}
