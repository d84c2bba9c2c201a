package io.github.heapwise.allocation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationCode}.
 */
class ApplicationCodeTests {

	@Test
	void classInABasePackageIsTheApplications() {
		ApplicationCode code = code(null, "com.acme", "org.shop.core");
		assertThat(code.isApplication("com.acme.Cart")).isTrue();
		assertThat(code.isApplication("com.acme.deep.down.Cart$Line")).isTrue();
		assertThat(code.isApplication("org.shop.core.Stock")).isTrue();
	}

	@Test
	void classInASimilarPackageIsNot() {
		ApplicationCode code = code(null, "com.acme");
		assertThat(code.isApplication("com.acmecorp.Cart")).isFalse();
		assertThat(code.isApplication("com.Acme")).isFalse();
		assertThat(code.isApplication("org.com.acme.Cart")).isFalse();
	}

	@Test
	void classOfADirectoryIsTheApplications() {
		assertThat(code(null).isApplication(ApplicationCodeTests.class.getName())).isTrue();
	}

	@Test
	void classOfAnArchiveIsALibrarys() {
		assertThat(code(ApplicationCodeTests.class).isApplication(SpringVersion.class.getName())).isFalse();
	}

	@Test
	void classOfTheArchiveOfTheMainClassIsTheApplications() {
		ApplicationCode code = code(SpringVersion.class);
		assertThat(code.isApplication("org.springframework.core.ResolvableType")).isTrue();
		assertThat(code.isApplication("org.assertj.core.api.Assertions")).isFalse();
	}

	@Test
	void unknownAndJdkClassesAreNot() {
		ApplicationCode code = code(ApplicationCodeTests.class);
		assertThat(code.isApplication("com.acme.NoSuchClass")).isFalse();
		assertThat(code.isApplication("java.lang.String")).isFalse();
		assertThat(code.isApplication("")).isFalse();
		assertThat(code.isApplication("[B")).isFalse();
	}

	@Test
	void askingDoesNotInitializeTheClass() {
		assertThat(code(null).isApplication(Uninitialized.class.getName())).isTrue();
		assertThat(System.getProperty("heapwise.test.initialized")).isNull();
	}

	private static ApplicationCode code(@Nullable Class<?> mainClass, String... basePackages) {
		return new ApplicationCode(List.of(basePackages), mainClass, ApplicationCodeTests.class.getClassLoader());
	}

	static final class Uninitialized {

		static {
			System.setProperty("heapwise.test.initialized", "true");
		}

	}

}
