package com.example.names;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application as each of its profiles starts it.
 */
class VariantsIntegrationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void applicationWithoutProfileIsTheInitialVariant() {
		try (ConfigurableApplicationContext application = run()) {
			assertThat(application.getBean(Names.class)).isInstanceOf(LeakingNames.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "01-initial", "02-fixed", "03-gc-block" })
	void pageShowsAName(String profile) throws Exception {
		try (ConfigurableApplicationContext application = run("--spring.profiles.active=" + profile)) {
			HttpResponse<String> page = get(application, "/");
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).containsPattern("<strong>[a-z]+_[a-z]+</strong>");
		}
	}

	@Test
	void blockVariantHasASimpleRouteBesideThePage() throws Exception {
		try (ConfigurableApplicationContext application = run("--spring.profiles.active=03-gc-block")) {
			assertThat(get(application, "/simple").body()).isEqualTo("simple");
		}
	}

	private HttpResponse<String> get(ConfigurableApplicationContext application, String path) throws Exception {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
				BodyHandlers.ofString());
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		return new SpringApplicationBuilder(NamesApplication.class).properties("names.block.size=1MB")
			.run(StringUtils.addStringToArray(arguments, "--server.port=0"));
	}

}
