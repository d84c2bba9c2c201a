package com.example.names.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Loads the format of names anew, so that a change of it is seen without a restart.
 * <p>
 * This is the fault: every format that was ever loaded stays registered, and with it its
 * class and the loader of it.
 */
@Component("names")
@Profile("09-class-loader-leak")
class ClassLoaderNames implements Names {

	private final List<UnaryOperator<String>> formats = new CopyOnWriteArrayList<>();

	private final Names names;

	private final LeakRate changes;

	ClassLoaderNames(Words words, LeakRate changes) {
		this.names = new CountingNames(words);
		this.changes = changes;
		this.formats.add(new FormatLoader().load());
	}

	@Override
	public String name() {
		if (this.changes.isDue()) {
			this.formats.add(new FormatLoader().load());
		}
		return this.formats.get(this.formats.size() - 1).apply(this.names.name());
	}

}
