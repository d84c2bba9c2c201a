package io.github.heapwise.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Assets}.
 */
class AssetsTests {

	private static final String FOLDER = "pages/static/";

	private static final Map<String, String> FILES = Map.of("css/base.css", "a{}", "js/pages/x.js", "import './y.js'");

	@TempDir
	private Path directory;

	@Test
	void loadFromAFolderShouldFindEveryFileOfAKnownType() throws IOException {
		Assets assets = loadFrom(folder(FILES));
		assertThat(content(assets.find("css/base.css"))).isEqualTo("a{}");
		assertThat(content(assets.find("js/pages/x.js"))).isEqualTo("import './y.js'");
		assertThat(assets.find("css/base.css").contentType()).hasToString("text/css;charset=UTF-8");
		assertThat(assets.find("js/pages/x.js").contentType()).hasToString("text/javascript;charset=UTF-8");
	}

	@Test
	void loadFromAJarShouldFindTheSame() throws IOException {
		Assets assets = loadFrom(jar(FILES));
		assertThat(content(assets.find("js/pages/x.js"))).isEqualTo("import './y.js'");
		assertThat(assets.version()).isEqualTo(loadFrom(folder(FILES)).version());
	}

	@Test
	void findShouldAnswerForNothingElse() throws IOException {
		Assets assets = loadFrom(folder(Map.of("css/base.css", "a{}", "secret.properties", "password", "LICENSE", "")));
		for (String path : new String[] { "", "/", "css", "css/", "/css/base.css", "css//base.css",
				"css/../css/base.css", "../static/css/base.css", "CSS/BASE.CSS", "secret.properties", "LICENSE",
				"css/base.css\u0000.js" }) {
			assertThat(assets.find(path)).as(path).isNull();
		}
	}

	@Test
	void theVersionChangesWithContentAndNames() throws IOException {
		String version = loadFrom(jar(Map.of("a.js", "1", "b.js", "2"))).version();
		assertThat(version).matches("[0-9a-f]{12}")
			.isEqualTo(loadFrom(jar(Map.of("b.js", "2", "a.js", "1"))).version());
		assertThat(loadFrom(jar(Map.of("a.js", "1", "b.js", "3"))).version()).isNotEqualTo(version);
		assertThat(loadFrom(jar(Map.of("a.js", "1", "c.js", "2"))).version()).isNotEqualTo(version);
		assertThat(loadFrom(jar(Map.of("a.js", "12", "b.js", ""))).version()).isNotEqualTo(version);
	}

	@Test
	void ourOwnFilesAreThere() {
		assertThat(Assets.load().find("css/tokens.css")).isNotNull();
		assertThat(Assets.load().find("js/view/flame-canvas.js")).isNotNull();
	}

	private static String content(@Nullable Asset asset) {
		assertThat(asset).isNotNull();
		return new String(asset.content(), StandardCharsets.UTF_8);
	}

	private static Assets loadFrom(Path classPath) throws IOException {
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { classPath.toUri().toURL() }, null)) {
			return Assets.load(classLoader, FOLDER);
		}
	}

	private Path folder(Map<String, String> files) throws IOException {
		Path root = Files.createTempDirectory(this.directory, "classes");
		for (Map.Entry<String, String> file : files.entrySet()) {
			Path path = root.resolve(FOLDER + file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue());
		}
		return root;
	}

	private Path jar(Map<String, String> files) throws IOException {
		Path path = Files.createTempFile(this.directory, "pages", ".jar");
		try (OutputStream file = Files.newOutputStream(path); JarOutputStream jar = new JarOutputStream(file)) {
			jar.putNextEntry(new JarEntry(FOLDER));
			for (Map.Entry<String, String> entry : files.entrySet()) {
				jar.putNextEntry(new JarEntry(FOLDER + entry.getKey()));
				jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return path;
	}

}
