package io.github.heapwise.allocation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameNames}. The names were recorded with JFR on JDK 17.0 and 25.0;
 * that JFR still writes such names is for {@code RecordedNamesIntegrationTests}.
 */
class FrameNamesTests {

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders, list, com.acme.Orders.list", "com.acme.Orders, <init>, com.acme.Orders.<init>",
			"com.acme.Orders$Line, <clinit>, com.acme.Orders$Line.<clinit>",
			"com.acme.Orders$1, run, com.acme.Orders$1.run", "Main, main, Main.main",
			"com.acme.Lambda, lambda, com.acme.Lambda.lambda",
			"com.acme.ProxyFactory, create, com.acme.ProxyFactory.create" })
	void methodOfAWrittenClassKeepsItsName(String className, String method, String expected) {
		assertThat(FrameNames.method(className, method)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "lambda$list$0, list", "lambda$list$4711, list", "lambda$new$4, new", "lambda$static$3, static",
			"lambda$ser$50d0020d$1, ser" })
	void lambdaBodyIsNamedAfterItsMethod(String method, String expected) {
		assertThat(FrameNames.method("com.acme.Orders", method)).isEqualTo("com.acme.Orders." + expected + " (lambda)");
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders$$Lambda$114+0x00007f9104093be8.1764696127",
			"com.acme.Orders$$Lambda$4/0x0000000800c03000", "com.acme.Orders$$Lambda.0x0000000099040c00",
			"com.acme.Orders$$Lambda/0x0000000099040c00", "com.acme.Orders$$Lambda+0x0000000099040c00" })
	void lambdaObjectHasNoNumber(String className) {
		assertThat(FrameNames.method(className, "apply")).isEqualTo("com.acme.Orders.apply (lambda)");
		assertThat(FrameNames.allocatedClass(className)).isEqualTo("com.acme.Orders (lambda)");
		assertThat(FrameNames.allocatedClass("[L" + className + ";")).isEqualTo("com.acme.Orders (lambda)[]");
		assertThat(FrameNames.sourceClass(className)).isEqualTo("com.acme.Orders");
	}

	@ParameterizedTest
	@CsvSource({ "java.lang.invoke.LambdaForm$MH+0x00007f910400d800.667447085, java.lang.invoke.LambdaForm$MH",
			"java.lang.invoke.LambdaForm$DMH.0x0000000099041c00, java.lang.invoke.LambdaForm$DMH",
			"java.lang.String$$StringConcat.0x0000000099087400, java.lang.String$$StringConcat",
			"com.acme.Orders$Line+0x00007f91040a0800.873610597, com.acme.Orders$Line",
			"com.acme.Orders$Line.0x0000000099088400, com.acme.Orders$Line",
			"com.acme.Orders$Line/0x0000000099088400, com.acme.Orders$Line" })
	void hiddenClassHasNoAddress(String className, String expected) {
		assertThat(FrameNames.method(className, "get")).isEqualTo(expected + ".get");
		assertThat(FrameNames.allocatedClass(className)).isEqualTo(expected);
		assertThat(FrameNames.allocatedClass("[[L" + className + ";")).isEqualTo(expected + "[][]");
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders$$SpringCGLIB$$0, list", "com.acme.Orders$$SpringCGLIB$$FastClass$$1, list",
			"com.acme.Orders$$SpringCGLIB$$0, CGLIB$list$0", "com.acme.Orders$$EnhancerBySpringCGLIB$$1a2b3c4d, list",
			"com.acme.Orders$$FastClassBySpringCGLIB$$1a2b3c4d, list", "com.acme.Orders$ByteBuddy$8rT2Hs7K, list",
			"com.acme.Orders$HibernateProxy$kX1Yz3Qa, list", "com.acme.Orders_$$_jvst1a2_0, list" })
	void subclassProxyIsNamedAfterItsClass(String className, String method) {
		assertThat(FrameNames.method(className, method)).isEqualTo("com.acme.Orders.list (proxy)");
		assertThat(FrameNames.allocatedClass(className)).isEqualTo("com.acme.Orders (proxy)");
		assertThat(FrameNames.sourceClass(className)).isEqualTo("com.acme.Orders");
	}

	@Test
	void initializationOfASubclassProxyIsNamedAsSuch() {
		assertThat(FrameNames.method("com.acme.Orders$$SpringCGLIB$$0", "CGLIB$STATICHOOK17"))
			.isEqualTo("com.acme.Orders.<clinit> (proxy)");
	}

	@ParameterizedTest
	@CsvSource({ "jdk.proxy2.$Proxy26, $Proxy", "com.sun.proxy.$Proxy5, $Proxy", "com.acme.$Proxy27, com.acme.$Proxy",
			"$Proxy3, $Proxy" })
	void interfaceProxyHasNoNumber(String className, String expected) {
		assertThat(FrameNames.method(className, "go")).isEqualTo(expected + ".go (proxy)");
		assertThat(FrameNames.allocatedClass(className)).isEqualTo(expected + " (proxy)");
		assertThat(FrameNames.allocatedClass("[L" + className + ";")).isEqualTo(expected + " (proxy)[]");
	}

	@ParameterizedTest
	@CsvSource({
			"jdk.internal.reflect.GeneratedMethodAccessor7, invoke, jdk.internal.reflect.GeneratedMethodAccessor.invoke",
			"jdk.internal.reflect.GeneratedConstructorAccessor13, newInstance, jdk.internal.reflect.GeneratedConstructorAccessor.newInstance",
			"jdk.internal.reflect.GeneratedSerializationConstructorAccessor1, newInstance, jdk.internal.reflect.GeneratedSerializationConstructorAccessor.newInstance",
			"jdk.internal.reflect.DirectMethodHandleAccessor, invoke, jdk.internal.reflect.DirectMethodHandleAccessor.invoke" })
	void generatedAccessorHasNoNumber(String className, String method, String expected) {
		assertThat(FrameNames.method(className, method)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "[B, byte[]", "[[I, int[][]", "[Z, boolean[]", "[C, char[]", "[S, short[]", "[J, long[]",
			"[F, float[]", "[D, double[]", "[Ljava.lang.String;, java.lang.String[]",
			"[[[Ljava.util.HashMap$Node;, java.util.HashMap$Node[][][]", "java.lang.String, java.lang.String", "B, B",
			"'', ''", "[, []", "[LBroken, LBroken[]" })
	void allocatedClassIsNamedAsInSource(String className, String expected) {
		assertThat(FrameNames.allocatedClass(className)).isEqualTo(expected);
	}

}
