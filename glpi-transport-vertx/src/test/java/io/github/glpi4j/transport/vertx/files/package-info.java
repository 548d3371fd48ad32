/** A file system whose accesses a test observes. */
@org.jspecify.annotations.NullMarked
package io.github.glpi4j.transport.vertx.files;
