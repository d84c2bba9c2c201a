/** What people call the packages that make up most of a stack; the longest prefix wins. */
const LABELS = new Map(Object.entries({
  'com.fasterxml.jackson': 'Jackson',
  'com.mysql': 'MySQL driver',
  'com.zaxxer.hikari': 'HikariCP',
  'io.grpc': 'gRPC',
  'io.lettuce': 'Lettuce',
  'io.micrometer': 'Micrometer',
  'io.netty': 'Netty',
  'jakarta.servlet': 'Servlet API',
  'java.io': 'java.io',
  'java.lang.invoke': 'method handles',
  'java.lang.reflect': 'reflection',
  'java.util.concurrent': 'java.util.concurrent',
  'java.util.stream': 'streams',
  'java.util.regex': 'regular expressions',
  'jdk.internal.reflect': 'reflection',
  'ognl': 'OGNL',
  'org.apache.catalina': 'Tomcat',
  'org.apache.coyote': 'Tomcat',
  'org.apache.kafka': 'Kafka',
  'org.apache.logging': 'Log4j',
  'org.apache.tomcat': 'Tomcat',
  'org.aspectj': 'AspectJ',
  'org.attoparser': 'Thymeleaf',
  'org.eclipse.jetty': 'Jetty',
  'org.hibernate': 'Hibernate',
  'org.jooq': 'jOOQ',
  'org.postgresql': 'PostgreSQL driver',
  'org.slf4j': 'SLF4J',
  'org.springframework': 'Spring',
  'org.springframework.aop': 'Spring AOP',
  'org.springframework.boot': 'Spring Boot',
  'org.springframework.data': 'Spring Data',
  'org.springframework.expression': 'SpEL',
  'org.springframework.http': 'Spring HTTP',
  'org.springframework.jdbc': 'Spring JDBC',
  'org.springframework.kafka': 'Spring Kafka',
  'org.springframework.scheduling': 'Spring scheduling',
  'org.springframework.security': 'Spring Security',
  'org.springframework.transaction': 'Spring transactions',
  'org.springframework.web': 'Spring Web',
  'org.springframework.web.reactive': 'Spring WebFlux',
  'org.springframework.web.servlet': 'Spring MVC',
  'org.thymeleaf': 'Thymeleaf',
  'org.unbescape': 'Thymeleaf',
  'reactor': 'Reactor',
  'tools.jackson': 'Jackson',
}));

/** A readable name of the library a frame belongs to; its first two package names if it is not a known one. */
export function libraryOf(frame) {
  const parts = partsOf(frame);
  return labelOf(parts) ?? parts.slice(0, Math.max(1, Math.min(2, parts.length - 2))).join('.');
}

/** Whether a class or a frame belongs to a library that is known here. */
export function isKnownLibrary(name) {
  return labelOf(partsOf(name)) !== undefined;
}

function labelOf(parts) {
  for (let length = parts.length - 1; length > 0; length--) {
    const label = LABELS.get(parts.slice(0, length).join('.'));
    if (label) {
      return label;
    }
  }
  return undefined;
}

function partsOf(name) {
  return name.split(/[ (]/, 1)[0].split('.');
}
