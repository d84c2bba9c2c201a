package com.example.names.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads the application once it is ready, and ends it afterwards if told to.
 */
@Component
@EnableConfigurationProperties(LoadProperties.class)
class LoadAfterStart implements DisposableBean {

	private final LoadProperties properties;

	private final ServedAddresses addresses;

	private final DriverLauncher launcher = new DriverLauncher();

	// Its thread stays when the load is over: the JVM counts what a live thread has
	// allocated, and what an ended one had is only estimated. In a group, because threads
	// inherit it and so the driver's can be told from the application's.
	private final ExecutorService loader = Executors
		.newSingleThreadExecutor((load) -> new Thread(new ThreadGroup("load"), load, "load"));

	LoadAfterStart(LoadProperties properties, ServedAddresses addresses) {
		this.properties = properties;
		this.addresses = addresses;
	}

	@EventListener
	void start(ApplicationReadyEvent ready) {
		LoadPlan plan = plan();
		if (plan.seconds() == 0) {
			new LoadReport(System.out).page(plan.page());
			return;
		}
		// Not on this thread: the profiler waits for the same event.
		this.loader.execute(() -> load(plan, ready.getApplicationContext()));
	}

	@Override
	public void destroy() {
		this.launcher.close();
		this.loader.shutdown();
	}

	private LoadPlan plan() {
		return new LoadPlan(this.addresses.application(this.properties.path()), this.properties.connections(),
				this.properties.seconds(), this.addresses.endpoint("memoryallocations", "memory/allocations"),
				this.addresses.endpoint("memoryui", "memory/ui"));
	}

	private void load(LoadPlan plan, ApplicationContext application) {
		int exitCode = this.launcher.run(plan, System.out);
		if (this.properties.exit()) {
			System.exit(SpringApplication.exit(application, () -> exitCode));
		}
	}

}
