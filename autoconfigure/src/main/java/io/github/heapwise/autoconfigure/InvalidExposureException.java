package io.github.heapwise.autoconfigure;

/**
 * The value of {@code heapwise.expose} is none of the known ones.
 */
class InvalidExposureException extends RuntimeException {

	InvalidExposureException(String value) {
		super("'%s' must be one of %s but was '%s'".formatted(Exposure.PROPERTY, Exposure.words(), value));
	}

}
