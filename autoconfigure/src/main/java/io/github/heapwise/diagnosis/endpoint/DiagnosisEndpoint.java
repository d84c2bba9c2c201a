package io.github.heapwise.diagnosis.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.DiagnosisMarkdown;
import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.DiagnosisText;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.endpoint.TextOrJson;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;

/**
 * {@link WebEndpoint @WebEndpoint} to expose what is wrong with the application, by what
 * evidence, and what to do about it.
 */
@WebEndpoint(id = "memorydiagnosis", defaultAccess = Access.READ_ONLY)
public class DiagnosisEndpoint {

	private static final MimeType ACTUATOR_JSON = MimeType.valueOf(TextOrJson.ACTUATOR_JSON_TYPE);

	private final DiagnosisMonitor monitor;

	private final NextLinks links;

	private final Function<Diagnosis, String> report;

	/**
	 * Create an endpoint.
	 * @param monitor diagnoses
	 * @param links leads to the pages
	 * @param report writes a diagnosis as an HTML document
	 */
	public DiagnosisEndpoint(DiagnosisMonitor monitor, NextLinks links, Function<Diagnosis, String> report) {
		this.monitor = monitor;
		this.links = links;
		this.report = report;
	}

	@ReadOperation(producesFrom = DiagnosisFormat.class, produces = TextOrJson.ACTUATOR_JSON_TYPE)
	public WebEndpointResponse<?> diagnosis(@Nullable DiagnosisFormat format) {
		Diagnosis diagnosis = this.monitor.diagnose();
		if (format == DiagnosisFormat.TEXT) {
			return new WebEndpointResponse<>(DiagnosisText.of(diagnosis), format.contentType());
		}
		if (format == DiagnosisFormat.MARKDOWN) {
			return new WebEndpointResponse<>(DiagnosisMarkdown.of(diagnosis), format.contentType());
		}
		return new WebEndpointResponse<>(DiagnosisDescriptor.of(diagnosis, this.links),
				(format != null) ? format.contentType() : ACTUATOR_JSON);
	}

	// Boot matches 'produces' with the Accept header of whoever follows a download link.
	@ReadOperation(produces = { "application/json", "text/html" })
	public WebEndpointResponse<?> export(@Selector String export) {
		DiagnosisExport known = DiagnosisExport.named(export);
		if (known == null) {
			return Problem.unknown("export", export, DiagnosisExport.names()).toResponse();
		}
		String document = this.report.apply(this.monitor.diagnose());
		return new WebEndpointResponse<>(document.getBytes(StandardCharsets.UTF_8), known.contentType());
	}

}
