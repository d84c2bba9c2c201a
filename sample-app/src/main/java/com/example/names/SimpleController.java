package com.example.names;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A route that allocates next to nothing, to see what the block beside it does to others.
 */
@RestController
@Profile("03-gc-block")
class SimpleController {

	@GetMapping("/simple")
	String simple() {
		return "simple";
	}

}
