package io.github.heapwise.heapdump;

import org.jspecify.annotations.Nullable;

/**
 * A wish for a dump.
 *
 * @param trigger what asks
 * @param reason why, in the words of whoever asks; of any length and content
 * @param live whether to collect garbage first, which pauses the application once more,
 * and to leave out what is unreachable
 */
public record DumpOrder(DumpTrigger trigger, @Nullable String reason, boolean live) {

}
