package com.example.names;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the page. The template asks the {@code names} bean for the name.
 * <p>
 * The reactive variant has a controller of its own.
 */
@Controller
@Profile("!15-blocked-event-loop")
class NamesController {

	@GetMapping("/")
	String index() {
		return "index";
	}

}
