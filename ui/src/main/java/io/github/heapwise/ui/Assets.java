package io.github.heapwise.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.MimeType;
import org.springframework.util.StringUtils;

/**
 * The static files of the pages: those that lie below one folder of the class path and
 * are of a known type. Nothing else can be asked for.
 * <p>
 * Held in memory, a few hundred KB. Immutable, safe for use from any thread.
 */
public final class Assets {

	private static final String FOLDER = "io/github/heapwise/ui/static/";

	private static final int VERSION_LENGTH = 12;

	private static final Map<String, MimeType> TYPE_BY_EXTENSION = Map.of("css", text("css"), "js", text("javascript"),
			"mjs", text("javascript"), "txt", text("plain"), "json", MimeType.valueOf("application/json"), "svg",
			MimeType.valueOf("image/svg+xml"), "png", MimeType.valueOf("image/png"), "ico",
			MimeType.valueOf("image/x-icon"), "woff2", MimeType.valueOf("font/woff2"));

	private final Map<String, Asset> assetByPath;

	private final String version;

	private Assets(SortedMap<String, Asset> assetByPath) {
		this.assetByPath = Map.copyOf(assetByPath);
		this.version = hash(assetByPath).substring(0, VERSION_LENGTH);
	}

	/**
	 * Read all files. The class path may be folders, jars, or jars within a jar.
	 * @return the files
	 * @throws UncheckedIOException if the class path cannot be read
	 */
	public static Assets load() {
		return load(Assets.class.getClassLoader(), FOLDER);
	}

	static Assets load(ClassLoader classLoader, String folder) {
		try {
			SortedMap<String, Asset> assets = new TreeMap<>();
			for (Resource resource : new PathMatchingResourcePatternResolver(classLoader)
				.getResources("classpath*:" + folder + "**/*.*")) {
				add(assets, pathWithin(folder, resource), resource);
			}
			return new Assets(assets);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(Map<String, Asset> assets, String path, Resource resource) throws IOException {
		MimeType type = TYPE_BY_EXTENSION.get(String.valueOf(StringUtils.getFilenameExtension(path)));
		if (type != null && resource.isReadable()) {
			assets.putIfAbsent(path, new Asset(type, resource.getContentAsByteArray()));
		}
	}

	private static String pathWithin(String folder, Resource resource) throws IOException {
		String url = resource.getURL().toString();
		return url.substring(url.lastIndexOf(folder) + folder.length());
	}

	/**
	 * Return the version of the files: it changes if and only if one of them does, so a
	 * URL that holds it can be cached for ever.
	 * @return some hex digits
	 */
	public String version() {
		return this.version;
	}

	/**
	 * Return the file at a path.
	 * @param path path below the folder, compared as it is
	 * @return the file, or {@code null} where there is none
	 */
	public @Nullable Asset find(String path) {
		return this.assetByPath.get(path);
	}

	private static String hash(SortedMap<String, Asset> assets) {
		MessageDigest digest = sha256();
		assets.forEach((path, asset) -> {
			digest.update(path.getBytes(StandardCharsets.UTF_8));
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, asset.content().length));
			digest.update(asset.content());
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

	private static MimeType text(String subtype) {
		return new MimeType("text", subtype, StandardCharsets.UTF_8);
	}

}
