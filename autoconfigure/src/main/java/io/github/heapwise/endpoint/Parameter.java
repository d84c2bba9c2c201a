package io.github.heapwise.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A parameter as the client gave it. Blank means absent, so that an empty field of a form
 * asks for the default.
 *
 * @param name name of the parameter
 * @param value what was given, or {@code null} where it is absent
 */
public record Parameter(String name, @Nullable String value) {

	public Parameter {
		value = StringUtils.hasText(value) ? value.strip() : null;
	}

	/**
	 * Read a share of a whole.
	 * @param defaultRatio used where the parameter is absent
	 * @return a number from 0 to 1, both included
	 */
	public Parsed<Double> ratio(double defaultRatio) {
		if (this.value == null) {
			return Parsed.of(defaultRatio);
		}
		double ratio = toDouble(this.value);
		boolean valid = ratio >= 0 && ratio <= 1;
		return valid ? Parsed.of(ratio) : invalid(this.value, List.of("0..1"), "be a number from 0 to 1");
	}

	/**
	 * Read one of a fixed set of words: the constants in lower case, with {@code -} for
	 * {@code _}. Case does not matter.
	 * @param <E> the type of the constants
	 * @param defaultConstant used where the parameter is absent
	 * @return the constant
	 */
	public <E extends Enum<E>> Parsed<E> oneOf(E defaultConstant) {
		if (this.value == null) {
			return Parsed.of(defaultConstant);
		}
		E[] constants = defaultConstant.getDeclaringClass().getEnumConstants();
		for (E constant : constants) {
			if (word(constant).equalsIgnoreCase(this.value)) {
				return Parsed.of(constant);
			}
		}
		List<String> allowed = Arrays.stream(constants).map(Parameter::word).toList();
		return invalid(this.value, allowed, "be one of " + String.join(", ", allowed));
	}

	/**
	 * Read a switch. Case does not matter.
	 * @return whether it is on; off where the parameter is absent
	 */
	public Parsed<Boolean> flag() {
		if (this.value == null) {
			return Parsed.of(false);
		}
		boolean on = this.value.equalsIgnoreCase("true");
		boolean valid = on || this.value.equalsIgnoreCase("false");
		return valid ? Parsed.of(on) : invalid(this.value, List.of("true", "false"), "be true or false");
	}

	/**
	 * Read text of a form of its own.
	 * @param <T> the type of the value
	 * @param reader makes a value of the text, {@code null} where it has another form
	 * @param form the form in words, such as {@code 16 lower-case hex digits}
	 * @return the value, empty where the parameter is absent
	 */
	public <T> Parsed<Optional<T>> readBy(Function<String, @Nullable T> reader, String form) {
		if (this.value == null) {
			return Parsed.of(Optional.empty());
		}
		T read = reader.apply(this.value);
		return (read != null) ? Parsed.of(Optional.of(read)) : invalid(this.value, List.of(form), "be " + form);
	}

	/**
	 * Read the number of the first row or event that is wanted.
	 * @return a whole number from 0 on, empty where the parameter is absent
	 */
	public Parsed<Optional<Long>> sequence() {
		if (this.value == null) {
			return Parsed.of(Optional.empty());
		}
		// 18 digits always fit
		boolean valid = this.value.matches("[0-9]{1,18}");
		return valid ? Parsed.of(Optional.of(Long.valueOf(this.value)))
				: invalid(this.value, List.of("0.."), "be a whole number from 0 on");
	}

	/**
	 * Read a whole number.
	 * @param least the least that is allowed, not negative
	 * @param most the most that is allowed
	 * @param defaultNumber used where the parameter is absent
	 * @return the number
	 */
	public Parsed<Integer> number(int least, int most, int defaultNumber) {
		if (this.value == null) {
			return Parsed.of(defaultNumber);
		}
		// 18 digits always fit
		long number = this.value.matches("[0-9]{1,18}") ? Long.parseLong(this.value) : -1;
		boolean valid = number >= least && number <= most;
		return valid ? Parsed.of((int) number) : invalid(this.value, List.of(least + ".." + most),
				"be a whole number from %d to %d".formatted(least, most));
	}

	/**
	 * Refuse a parameter of the contract that this version does not serve, rather than
	 * answer something else than was asked for.
	 * @return empty, where the parameter is absent
	 */
	public Parsed<Optional<String>> unsupported() {
		if (this.value == null) {
			return Parsed.of(Optional.empty());
		}
		return Parsed.problem(Problem.refused(this.name, this.value, List.of(),
				"'%s' is not supported yet. Leave it out".formatted(this.name)));
	}

	private static double toDouble(String value) {
		try {
			return Double.parseDouble(value);
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private <T> Parsed<T> invalid(String value, List<String> allowed, String expectation) {
		return Parsed.problem(Problem.invalid(this.name, value, allowed, expectation));
	}

}
