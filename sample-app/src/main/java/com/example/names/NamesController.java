package com.example.names;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the page. The template asks the {@code names} bean for the name.
 */
@Controller
class NamesController {

	@GetMapping("/")
	String index() {
		return "index";
	}

}
