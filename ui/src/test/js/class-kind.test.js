import { same, test } from './harness.js';
import { kindOfClass } from '../../main/resources/io/github/heapwise/ui/static/js/model/class-kind.js';
import { libraryOf } from '../../main/resources/io/github/heapwise/ui/static/js/model/known-packages.js';
import { rootText } from '../../main/resources/io/github/heapwise/ui/static/js/model/heap-root.js';

test('classes are told apart by their names', () => {
  same(['java.util.HashMap$Node[]', 'byte[][]', 'jdk.internal.misc.Unsafe', 'org.springframework.core.ResolvableType', 'com.example.Order', 'javassist.Pool',
    'intent.Thing', 'Order'].map(kindOfClass), ['jdk', 'jdk', 'jdk', 'dep', 'app', 'app', 'app', 'app']);
});

test('a library that is not known is called by its first two names', () => {
  same(['org.hibernate.Session.get', 'com.acme.shop.Order.list'].map(libraryOf), ['Hibernate', 'com.acme']);
});

test('a root says why it is alive', () => {
  same([{kind: 'java-frame', threadName: 'main', frame: 0}, {kind: 'jni-global'}, {kind: 'of-tomorrow'}].map(rootText),
      ["local variable of 'main', frame 0", 'global reference of native code', 'of-tomorrow']);
});
