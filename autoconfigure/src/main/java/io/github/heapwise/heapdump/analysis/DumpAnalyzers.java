package io.github.heapwise.heapdump.analysis;

