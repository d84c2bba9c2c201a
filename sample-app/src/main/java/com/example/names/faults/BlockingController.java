package com.example.names.faults;

import com.example.names.Names;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves a name reactively.
 * <p>
 * This is the fault: the name is there only when the registries have answered, for which
 * the event loop waits, and all its other connections with it.
 */
@RestController
@Profile("15-blocked-event-loop")
class BlockingController {

	private final Names names;

	BlockingController(Names names) {
		this.names = names;
	}

	@GetMapping("/")
	Mono<String> index() {
		return Mono.just(this.names.name());
	}

}
