package com.example.names.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample's jar in a container that may use so much memory and no more, serving this
 * machine only. The image with Java in it is the property
 * {@code heapwise.test.java-image}.
 */
final class SampleContainer extends GenericContainer<SampleContainer> {

	private static final String IMAGE = System.getProperty("heapwise.test.java-image", "eclipse-temurin:25-jre");

	private static final String JAR = "/sample.jar";

	private static final int PORT = 8080;

	private final HttpClient client = HttpClient.newHttpClient();

	SampleContainer(DataSize memory) {
		super(DockerImageName.parse(IMAGE));
		withCreateContainerCmdModifier((command) -> command.getHostConfig()
			.withMemory(memory.toBytes())
			.withMemorySwap(memory.toBytes())
			.withBinds(jar()));
		withEnv(Map.of("LOAD_SECONDS", "0", "SERVER_ADDRESS", "0.0.0.0"));
		withCommand("java", "-jar", JAR);
		withExposedPorts(PORT);
		setPortBindings(List.of("127.0.0.1::" + PORT));
		waitingFor(Wait.forHttp("/").withStartupTimeout(Duration.ofMinutes(3)));
	}

	// Mounted, as nothing can be copied to where all is read-only. Testcontainers' own
	// way to mount pulls another image to see whether that works.
	private static Bind jar() {
		return new Bind(System.getProperty("sample.jar"), new Volume(JAR), AccessMode.ro);
	}

	SampleContainer withJvmOptions(String... options) {
		return withEnv("JDK_JAVA_OPTIONS", String.join(" ", options));
	}

	/**
	 * Forbid to write anywhere, to {@code /tmp} for one, but in a single directory.
	 * @param directory path of the directory, which is in memory
	 * @return the container
	 */
	SampleContainer writingOnlyTo(String directory) {
		withCreateContainerCmdModifier((command) -> command.getHostConfig().withReadonlyRootfs(true));
		return withTmpFs(Map.of(directory, "rw"));
	}

	/**
	 * Ask the actuator in the container.
	 * @param path path below its base path
	 * @param accept media type of the answer
	 * @return the answer, whatever its status
	 */
	HttpResponse<String> actuator(String path, String accept) throws IOException, InterruptedException {
		return this.client.send(request(path).header("Accept", accept).build(), BodyHandlers.ofString());
	}

	/**
	 * Have the actuator in the container do something.
	 * @param path path below its base path
	 * @return the answer, whatever its status
	 */
	HttpResponse<String> trigger(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
	}

	/**
	 * Ask for the page that the sample is about, time and again.
	 * @param times how often
	 */
	void visit(int times) throws IOException, InterruptedException {
		HttpRequest page = HttpRequest.newBuilder(address("/")).build();
		for (int i = 0; i < times; i++) {
			this.client.send(page, BodyHandlers.discarding());
		}
	}

	/**
	 * Change what the container may use while it runs.
	 * @param memory the new limit
	 */
	void limit(DataSize memory) {
		getDockerClient().updateContainerCmd(getContainerId())
			.withMemory(memory.toBytes())
			.withMemorySwap(memory.toBytes())
			.exec();
	}

	HttpResponse<String> allocations() throws IOException, InterruptedException {
		return actuator("/memory/allocations", "application/json");
	}

	/**
	 * Wait until where the sample allocates is recorded, which begins soon after its
	 * start.
	 */
	void awaitRecording() {
		await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> {
			HttpResponse<String> profile = allocations();
			assertThat(profile.statusCode()).isEqualTo(200);
			assertThat(JsonMapper.shared().readTree(profile.body()).at("/meta/recorder/state").stringValue())
				.isEqualTo("recording");
		});
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(address("/actuator" + path));
	}

	private URI address(String path) {
		return URI.create("http://" + getHost() + ":" + getMappedPort(PORT) + path);
	}

}
