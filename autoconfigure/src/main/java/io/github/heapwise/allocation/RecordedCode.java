package io.github.heapwise.allocation;

import java.util.List;

import io.github.heapwise.calltree.FrameCategory;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedClassLoader;
import jdk.jfr.consumer.RecordedObject;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose a recorded class is: the JDK's, the application's, or a library's.
 */
final class RecordedCode {

	// JFR tells no loader of a hidden class, whoever made it, nor of the accessors that
	// reflection makes on JDK 17; those have no module either.
	private static final String REFLECTION = "jdk.internal.reflect.";

	// accessors and proxies that the JDK spins in loaders and modules of their own
	private static final List<String> GENERATED_BY_JDK = List.of("jdk.internal.reflect.", "jdk.proxy",
			"com.sun.proxy.");

	private final CodeOwner codeOwner;

	RecordedCode(CodeOwner codeOwner) {
		this.codeOwner = codeOwner;
	}

	FrameCategory category(RecordedClass type) {
		if (isJdk(type)) {
			return FrameCategory.JDK;
		}
		boolean application = this.codeOwner.isApplication(FrameNames.sourceClass(type.getName()));
		return application ? FrameCategory.APPLICATION : FrameCategory.DEPENDENCY;
	}

	private static boolean isJdk(RecordedClass type) {
		if (GENERATED_BY_JDK.stream().anyMatch(type.getName()::startsWith)) {
			return true;
		}
		RecordedClassLoader loader = type.getClassLoader();
		if (loader == null) {
			return isJdkModule(type) || type.getName().startsWith(REFLECTION);
		}
		return "bootstrap".equals(loader.getName()) || "platform".equals(loader.getName()) || isJdkModule(type);
	}

	// Modules of the JDK come from its image, also those the application's loader
	// defines.
	private static boolean isJdkModule(RecordedClass type) {
		RecordedObject module = value(value(type, "package"), "module");
		String location = (module != null) ? module.getString("location") : null;
		return location != null && location.startsWith("jrt:/");
	}

	private static @Nullable RecordedObject value(@Nullable RecordedObject object, String field) {
		return (object != null && object.hasField(field)) ? object.getValue(field) : null;
	}

}
