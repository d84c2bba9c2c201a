package com.example.names.load;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LoadPlan}.
 */
class LoadPlanTests {

	@Test
	void argumentsCarryTheWholePlan() {
		LoadPlan plan = new LoadPlan(URI.create("http://127.0.0.1:8080/simple"), 3, 7,
				URI.create("http://127.0.0.1:8080/actuator/memory/allocations"),
				URI.create("http://127.0.0.1:8080/actuator/memory/ui"));
		assertThat(LoadPlan.parse(plan.toArguments().toArray(String[]::new))).isEqualTo(plan);
	}

	@Test
	void wrongNumberOfArgumentsIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> LoadPlan.parse("http://127.0.0.1:8080/", "10"))
			.withMessage("Expected <target> <connections> <seconds> <allocations> <page> "
					+ "but got [http://127.0.0.1:8080/, 10]");
	}

}
