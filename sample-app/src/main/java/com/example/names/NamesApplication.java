package com.example.names;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A page that suggests a container name nobody was given before.
 * <p>
 * Each profile is one variant: {@code 01-initial} leaks, {@code 02-fixed} does not, and
 * {@code 03-gc-block} keeps the garbage collector busy. From {@code 04} on they are in
 * {@code faults}.
 */
@SpringBootApplication
public class NamesApplication {

	public static void main(String[] args) {
		SpringApplication.run(NamesApplication.class, args);
	}

}
