import { equal, test } from './harness.js';
import { packageOf, shortFrameName } from '../../main/resources/io/github/heapwise/ui/static/js/model/frame-name.js';

function checkNames(isClass, rows) {
  for (const [name, qualifier, short] of rows) {
    equal(packageOf(name, isClass), qualifier, `package of ${name}`);
    equal(shortFrameName(name, isClass), short, `short form of ${name}`);
  }
}

test('frames keep class and method', () => checkNames(false, [
  ['com.acme.Orders.list', 'com.acme.', 'Orders.list'],
  ['com.acme.Orders.list (lambda)', 'com.acme.', 'Orders.list (lambda)'],
  ['com.acme.Orders$Inner.<init>', 'com.acme.', 'Orders$Inner.<init>'],
  ['Main.run', '', 'Main.run'],
  ['run', '', 'run'],
  ['(other)', '', '(other)'],
  ['(not sampled: http.nio.exec)', '', '(not sampled: http.nio.exec)'],
  ['de.größe.Maß.läuft', 'de.größe.', 'Maß.läuft'],
  ['▸ 17 frames · Tomcat, java.util', '', '▸ 17 frames · Tomcat, java.util'],
  ['', '', ''],
]));

test('classes keep their own name', () => checkNames(true, [
  ['byte[]', '', 'byte[]'],
  ['java.lang.String', 'java.lang.', 'String'],
  ['java.lang.Object[][]', 'java.lang.', 'Object[][]'],
  ['java.util.Formatter$FormatSpecifier', 'java.util.', 'Formatter$FormatSpecifier'],
]));
