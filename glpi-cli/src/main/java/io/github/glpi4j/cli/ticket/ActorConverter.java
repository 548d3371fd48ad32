package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.ticket.Actor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code user:7}, {@code group:3}, {@code supplier:5} or an e-mail address. */
final class ActorConverter implements ITypeConverter<Actor> {

    @Override
    public Actor convert(String text) {
        try {
            if (text.indexOf('@') > 0) {
                return Actor.email(text);
            }
            int colon = text.indexOf(':');
            long id = Long.parseLong(text.substring(colon + 1));
            return switch (text.substring(0, Math.max(colon, 0))) {
                case "user" -> Actor.user(id);
                case "group" -> Actor.group(id);
                case "supplier" -> Actor.supplier(id);
                default -> throw new IllegalArgumentException("no such kind");
            };
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not user:ID, group:ID, supplier:ID or an e-mail address");
        }
    }
}
