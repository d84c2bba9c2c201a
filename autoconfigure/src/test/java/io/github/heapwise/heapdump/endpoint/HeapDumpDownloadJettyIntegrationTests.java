package io.github.heapwise.heapdump.endpoint;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link DumpDownloads} with Jetty, run without Tomcat on the class
 * path.
 */
class HeapDumpDownloadJettyIntegrationTests {

	@Test
	void downloadsCanBeResumed() {
		try (RunningApplication application = DumpsApplication.start(Surroundings.MVC)) {
			Answer whole = application.actuator("/heapdumps/d-ready/file");
			assertThat(whole.header("Content-Length")).isEqualTo("3000");
			Answer rest = application.actuator("/heapdumps/d-ready/file", "Range", "bytes=2990-", "If-Range",
					String.valueOf(whole.header("ETag")));
			assertThat(rest.status()).isEqualTo(206);
			assertThat(rest.header("Content-Range")).isEqualTo("bytes 2990-2999/3000");
			assertThat(whole.body()).hasSize(3000).endsWith(rest.body());
			assertThat(application.actuator("/heapdumps/d-ready/file", "Range", "bytes=3000-").status()).isEqualTo(416);
			Answer parts = application.actuator("/heapdumps/d-ready/file", "Range", "bytes=0-0,2-2");
			assertThat(parts.header("Content-Type")).startsWith("multipart/byteranges; boundary=");
			Answer head = application.askActuator("HEAD", "/heapdumps/e-huge/file", null);
			assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(1L << 40));
			Awaitility.await().untilAsserted(() -> assertThat(DumpsApplication.dumps(application).readers()).isZero());
		}
	}

}
