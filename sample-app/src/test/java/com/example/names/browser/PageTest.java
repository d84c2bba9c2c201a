package com.example.names.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.heapwise.ui.test.BrowserTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in the browser of the pages of the {@link LoadedSample loaded sample}, which is a
 * parameter of their methods.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@BrowserTest
@ExtendWith(SharedSample.class)
@interface PageTest {

}
