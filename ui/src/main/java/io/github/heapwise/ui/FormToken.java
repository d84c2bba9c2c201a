package io.github.heapwise.ui;

/**
 * What proves to the host's security that a request was sent by a page of its own.
 *
 * @param header name of the header that it is sent in
 * @param value the token
 */
public record FormToken(String header, String value) {

}
