package io.github.heapwise.autoconfigure;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * One of our endpoints, under an id that is not taken yet.
 */
@WebEndpoint(id = "memorydiagnosis")
class FigureEndpoint {

	@ReadOperation
	int figure() {
		return 42;
	}

}
