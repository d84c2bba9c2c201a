package io.github.heapwise.ui;

import org.springframework.util.MimeType;

/**
 * A static file.
 *
 * @param contentType its type, with a charset where it is text
 * @param content its bytes, shared and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(MimeType contentType, byte[] content) {

}
