package io.github.heapwise.ui.endpoint;

import io.github.heapwise.ui.FormToken;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the host asks of forms, so that its protection against forged requests lets
 * those of the pages pass.
 */
@FunctionalInterface
public interface FormTokens {

	/**
	 * Return the token for the request that is being answered. Asking may start a session
	 * to keep it in, so ask for pages only that have use for it.
	 * @return the token, or {@code null} where nobody asks for one, or it cannot be had
	 */
	@Nullable FormToken current();

}
