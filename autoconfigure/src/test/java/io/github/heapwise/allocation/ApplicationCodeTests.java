package io.github.heapwise.allocation;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationCode}.
 */
class ApplicationCodeTests {

	private static final String INITIALIZED = "heapwise.test.initialized";

	@TempDir
	private Path directory;

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
	void classOfADirectoryIsTheApplications() throws IOException {
		try (URLClassLoader classLoader = compiled("package com.acme; class Cart { }")) {
			assertThat(new ApplicationCode(List.of(), null, classLoader).isApplication("com.acme.Cart")).isTrue();
		}
	}

	@Test
	void classOfOursIsTheApplicationsWhereABasePackageSaysSo() {
		String ours = ApplicationCodeTests.class.getName();
		assertThat(code(ApplicationCodeTests.class).isApplication(ours)).isFalse();
		assertThat(code(null, "io.github.heapwise.allocation").isApplication(ours)).isTrue();
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
	void askingDoesNotInitializeTheClass() throws IOException {
		String source = "package com.acme; class Cart { static { System.setProperty(\"%s\", \"true\"); } }"
			.formatted(INITIALIZED);
		try (URLClassLoader classLoader = compiled(source)) {
			assertThat(new ApplicationCode(List.of(), null, classLoader).isApplication("com.acme.Cart")).isTrue();
			assertThat(System.getProperty(INITIALIZED)).isNull();
		}
	}

	private URLClassLoader compiled(String source) throws IOException {
		Path file = Files.writeString(this.directory.resolve("Cart.java"), source);
		int status = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-d", this.directory.toString(), file.toString());
		assertThat(status).isZero();
		return new URLClassLoader(new URL[] { this.directory.toUri().toURL() });
	}

	private static ApplicationCode code(@Nullable Class<?> mainClass, String... basePackages) {
		return new ApplicationCode(List.of(basePackages), mainClass, ApplicationCodeTests.class.getClassLoader());
	}

}
