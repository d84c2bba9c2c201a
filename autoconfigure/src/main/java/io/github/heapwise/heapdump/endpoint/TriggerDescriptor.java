package io.github.heapwise.heapdump.endpoint;

/**
 * Something that may ask for a dump, as JSON.
 *
 * @param id its name, as dumps have it
 * @param enabled whether it is on
 * @param property the line of configuration that turns it on, or an example of one
 */
public record TriggerDescriptor(String id, boolean enabled, String property) {

}
