package io.github.heapwise.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what others wrote is what they published, unchanged and with its licence.
 */
class VendoredFilesTests {

	private static final String UPLOT = "vendor/uplot-1.6.32/";

	// Of the package 'uplot' 1.6.32 of the npm registry.
	@ParameterizedTest
	@CsvSource({ "uPlot.esm.js, 5dd9b3281aa64b461b42d9945f6adb2649d346502b12281a9ae0d46599a80eba",
			"uPlot.min.css, df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
			"LICENSE, 8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd" })
	void filesOfUplotAreThoseOfItsPackage(String file, String sha256) throws Exception {
		assertThat(sha256(UPLOT + file)).isEqualTo(sha256);
	}

	@Test
	void theLicenceIsShippedAndTheScriptIsServed() throws IOException {
		try (InputStream licence = open(UPLOT + "LICENSE")) {
			assertThat(licence).asString(StandardCharsets.UTF_8)
				.contains("MIT License", "Copyright (c) 2022 Leon Sorokin");
		}
		Assets assets = Assets.load();
		assertThat(assets.find(UPLOT + "uPlot.esm.js")).isNotNull();
		assertThat(assets.find(UPLOT + "uPlot.min.css")).isNotNull();
	}

	private static String sha256(String path) throws IOException, NoSuchAlgorithmException {
		try (InputStream file = open(path)) {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes()));
		}
	}

	private static InputStream open(String path) {
		InputStream file = Assets.class.getResourceAsStream("static/" + path);
		assertThat(file).as(path).isNotNull();
		return file;
	}

}
