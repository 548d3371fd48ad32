package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.ticket.Actor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code user:7}, {@code group:3}, {@code supplier:2} or an e-mail address. */
final class ActorConverter implements ITypeConverter<Actor> {

    @Override
    public Actor convert(String text) {
        try {
            int colon = text.indexOf(':');
            String kind = colon < 0 ? "email" : text.substring(0, colon);
            return switch (kind) {
                case "user" -> Actor.user(Long.parseLong(text.substring(colon + 1)));
                case "group" -> Actor.group(Long.parseLong(text.substring(colon + 1)));
                case "supplier" -> Actor.supplier(Long.parseLong(text.substring(colon + 1)));
                default -> Actor.email(text);
            };
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not an actor, such as user:7, group:3, supplier:2 or an e-mail address");
        }
    }
}
