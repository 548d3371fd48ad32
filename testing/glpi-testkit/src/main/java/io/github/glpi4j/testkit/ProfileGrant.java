package io.github.glpi4j.testkit;

/**
 * A profile that a user has on an entity.
 *
 * @param profile the profile
 * @param entity the id of the entity
 * @param recursive whether the grant includes descendant entities
 */
public record ProfileGrant(FakeProfile profile, int entity, boolean recursive) {}
