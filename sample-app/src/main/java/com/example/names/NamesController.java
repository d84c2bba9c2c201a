package com.example.names;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the page. The template asks the {@code names} bean for the name.
 * <p>
 * Not where that takes long on an event loop: a template has no place for a fault.
 */
@Controller
@Profile("!15-blocked-event-loop")
class NamesController {

	@GetMapping("/")
	String index() {
		return "index";
	}

}
