package com.example.names.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DriverLauncher}, with the driver itself at work.
 */
class DriverLauncherTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.bytes, true, StandardCharsets.UTF_8);

	private LocalServer server;

	@BeforeEach
	void startServer() throws IOException {
		this.server = new LocalServer().on("/allocations", (exchange) -> LocalServer.answer(exchange, 503, """
				{"status": 503, "message": "JFR is not available"}"""));
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	void driverBesideReportsTheLoad() {
		this.server.on("/", (exchange) -> LocalServer.answer(exchange, 200, "hello"));
		int exitCode = new DriverLauncher().run(plan(), this.out);
		assertThat(exitCode).isZero();
		assertThat(printed()).contains("Loading " + this.server.address("/") + " with 2 connections for 1 s")
			.contains("| Req/Sec ")
			.contains(" allocated per request (", ", counted by the JVM, ")
			.contains(" answered 503: JFR is not available")
			.contains("Live page:  " + this.server.address("/ui"))
			.doesNotContain(LoadDriver.QUESTION)
			.doesNotContain("inside the application");
	}

	@Test
	void driverRunsInsideWhereNoOtherJvmCanBeStarted(@TempDir Path noJava) {
		this.server.on("/", (exchange) -> LocalServer.answer(exchange, 200, "hello"));
		int exitCode = new DriverLauncher(noJava).run(plan(), this.out);
		assertThat(exitCode).isZero();
		assertThat(printed()).startsWith("The load driver runs inside the application")
			.contains("| Req/Sec ")
			.contains("Live page:  " + this.server.address("/ui"));
	}

	@Test
	void closingEndsTheDriver() throws Exception {
		CountDownLatch loading = new CountDownLatch(1);
		this.server.on("/", (exchange) -> {
			loading.countDown();
			LocalServer.answer(exchange, 200, "hello");
		});
		DriverLauncher launcher = new DriverLauncher();
		LoadPlan endless = new LoadPlan(this.server.address("/"), 2, 3_600, this.server.address("/allocations"),
				this.server.address("/ui"));
		FutureTask<Integer> load = new FutureTask<>(() -> launcher.run(endless, this.out));
		new Thread(load).start();
		loading.await();
		launcher.close();
		assertThat(load.get()).isNotZero();
		assertThat(printed()).doesNotContain("| Req/Sec ");
	}

	private LoadPlan plan() {
		return new LoadPlan(this.server.address("/"), 2, 1, this.server.address("/allocations"),
				this.server.address("/ui"));
	}

	private String printed() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

}
