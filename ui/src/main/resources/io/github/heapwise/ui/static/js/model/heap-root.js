const KINDS = new Map([
  ['thread', 'thread'],
  ['java-frame', 'local variable'],
  ['jni-local', 'local reference of native code'],
  ['jni-global', 'global reference of native code'],
  ['native-stack', 'stack of native code'],
  ['system-class', 'class of the JVM'],
  ['sticky-class', 'class of the JVM'],
  ['thread-block', 'a thread'],
  ['monitor', 'monitor in use'],
]);

/** Why an object is alive by itself: `local variable of 'main', frame 3`. @param {{kind: string, threadName?: string, frame?: number}} root */
export function rootText({kind, threadName, frame}) {
  const of = threadName ? ` of '${threadName}'` : '';
  return `${KINDS.get(kind) ?? kind}${of}${typeof frame === 'number' ? `, frame ${frame}` : ''}`;
}
