package io.github.heapwise.diagnosis.endpoint;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MimeType;

/**
 * Files a diagnosis can be downloaded as, by their names in the URL.
 */
enum DiagnosisExport {

	/**
	 * One file to send to someone, with charts and the flamegraph.
	 */
	REPORT("report.html", "text/html;charset=UTF-8");

	private final String fileName;

	private final MimeType contentType;

	DiagnosisExport(String fileName, String contentType) {
		this.fileName = fileName;
		this.contentType = MimeType.valueOf(contentType);
	}

	MimeType contentType() {
		return this.contentType;
	}

	static @Nullable DiagnosisExport named(String fileName) {
		return Arrays.stream(values()).filter((export) -> export.fileName.equals(fileName)).findFirst().orElse(null);
	}

	static List<String> names() {
		return Arrays.stream(values()).map((export) -> export.fileName).toList();
	}

}
