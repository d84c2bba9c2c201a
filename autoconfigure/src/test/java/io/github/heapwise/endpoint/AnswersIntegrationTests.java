package io.github.heapwise.endpoint;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of what the rules of our endpoints come to over HTTP.
 */
class AnswersIntegrationTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private static final String PROFILE = "application/vnd.heapwise.profile";

	private static final String ACTUATOR_JSON = "application/vnd.spring-boot.actuator.v3+json";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theAcceptHeaderSelectsTheRepresentation(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertThat(type(application.actuator("/memory/recordings"))).isEqualTo("application/json");
			assertThat(typeOf(application, "*/*")).isEqualTo("application/json");
			assertThat(typeOf(application, BROWSER)).isEqualTo("application/json");
			assertThat(typeOf(application, "application/json, text/plain, */*")).isEqualTo("application/json");
			assertThat(typeOf(application, "application/json")).isEqualTo("application/json");
			assertThat(typeOf(application, "text/plain")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
			assertThat(typeOf(application, PROFILE)).isEqualTo(PROFILE);
			assertThat(typeOf(application, ACTUATOR_JSON)).isEqualTo(ACTUATOR_JSON);
			assertThat(accepting(application, "", "image/png").status()).isEqualTo(406);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aProblemIsJsonWhateverTheClientAccepts(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			for (String accept : new String[] { "*/*", BROWSER, "application/json", "text/plain", PROFILE,
					ACTUATOR_JSON }) {
				Answer answer = accepting(application, "?min=many", accept);
				assertThat(answer.status()).isEqualTo(400);
				assertThat(type(answer)).isEqualTo("application/json");
				assertThat(answer.body()).isEqualTo("{\"status\":400,\"parameter\":\"min\",\"value\":\"many\","
						+ "\"allowed\":[\"0..1\"],\"message\":\"'min' must be a number from 0 to 1 but was 'many'\"}");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theHostsJsonSettingsDoNotReachOurAnswers(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings, "spring.jackson.property-naming-strategy=SNAKE_CASE",
				"spring.jackson.default-property-inclusion=always",
				"spring.jackson.serialization.indent-output=true")) {
			assertThat(JsonMapper.shared().readTree(application.actuator("/memory/recordings").body()).propertyNames())
				.containsExactlyInAnyOrder("minRatio", "namesOfFrames");
			assertThat(application.actuator("/memory/recordings?min=2").body()).doesNotContain("\n");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void anEndlessQueryStringIsTheServersToRefuse(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer answer = application.actuator("/memory/recordings?min=" + "1".repeat(10_000_000));
			assertThat(answer.status()).isBetween(400, 499);
			assertThat(application.actuator("/memory/recordings").status()).isEqualTo(200);
		}
	}

	private static String typeOf(RunningApplication application, String accept) {
		return type(accepting(application, "", accept));
	}

	private static Answer accepting(RunningApplication application, String query, String accept) {
		return application.actuator("/memory/recordings" + query, "Accept", accept);
	}

	private static String type(Answer answer) {
		return String.valueOf(answer.header("Content-Type"));
	}

	private static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, HostApplication.class,
				StringUtils.addStringToArray(properties, "heapwise.expose=reads"));
	}

}
