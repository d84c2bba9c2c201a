package com.example.names.browser;

import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a password as fast as the algorithm allows. The default takes a tenth of a
 * second for each of the files a page consists of.
 */
class QuickPasswords {

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(4);
	}

}
