package io.github.glpi4j.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account of GLPI. Immutable; each {@code with} method returns a changed copy.
 *
 * <pre>{@code
 * FakeUser sync = FakeUser.of("sync")
 *         .withApiToken("synctoken")
 *         .withProfile(FakeProfile.technician(), 0, true);
 * }</pre>
 */
public final class FakeUser {
    /** Never modified after construction. */
    private final Fields fields;

    private FakeUser(Fields fields) {
        this.fields = fields;
    }

    /**
     * Creates an active account without password, token or profile. It needs a profile and one of the others to log in.
     *
     * @param login the login
     * @return the account
     */
    public static FakeUser of(String login) {
        return new FakeUser(new Fields(Objects.requireNonNull(login, "login")));
    }

    /**
     * Sets the id. An account without one gets the next free id when it is added.
     *
     * @param id greater than 0
     * @return the changed copy
     */
    public FakeUser withId(int id) {
        return change(f -> f.id = id);
    }

    /**
     * Sets the login.
     *
     * @param login the login
     * @return the changed copy
     */
    public FakeUser withLogin(String login) {
        return change(f -> f.login = Objects.requireNonNull(login, "login"));
    }

    /**
     * Sets the password.
     *
     * @param password the password, null for none
     * @return the changed copy
     */
    public FakeUser withPassword(@Nullable String password) {
        return change(f -> f.password = password);
    }

    /**
     * Sets the API token ("remote access key"), which clients send as user token.
     *
     * @param apiToken the token, null for none
     * @return the changed copy
     */
    public FakeUser withApiToken(@Nullable String apiToken) {
        return change(f -> f.apiToken = apiToken);
    }

    /**
     * Sets the family name.
     *
     * @param realName null for none
     * @return the changed copy
     */
    public FakeUser withRealName(@Nullable String realName) {
        return change(f -> f.realName = realName);
    }

    /**
     * Sets the first name.
     *
     * @param firstName null for none
     * @return the changed copy
     */
    public FakeUser withFirstName(@Nullable String firstName) {
        return change(f -> f.firstName = firstName);
    }

    /**
     * Sets the email address.
     *
     * @param email the address, null for none
     * @return the changed copy
     */
    public FakeUser withEmail(@Nullable String email) {
        return change(f -> f.email = email);
    }

    /**
     * Sets the language.
     *
     * @param language in GLPI's notation, such as {@code en_GB}
     * @return the changed copy
     */
    public FakeUser withLanguage(String language) {
        return change(f -> f.language = Objects.requireNonNull(language, "language"));
    }

    /**
     * Sets the account's page size.
     *
     * @param listLimit the rows on a page, null for the server's default
     * @return the changed copy
     */
    public FakeUser withListLimit(@Nullable Integer listLimit) {
        return change(f -> f.listLimit = listLimit);
    }

    /**
     * Activates or deactivates the account; an inactive account cannot log in.
     *
     * @param active whether the account is active
     * @return the changed copy
     */
    public FakeUser withActive(boolean active) {
        return change(f -> f.active = active);
    }

    /**
     * Sets the start of the account's validity.
     *
     * @param beginDate the start, null for no limit
     * @return the changed copy
     */
    public FakeUser withBeginDate(@Nullable Instant beginDate) {
        return change(f -> f.beginDate = beginDate);
    }

    /**
     * Sets the end of the account's validity.
     *
     * @param endDate the end, null for no limit
     * @return the changed copy
     */
    public FakeUser withEndDate(@Nullable Instant endDate) {
        return change(f -> f.endDate = endDate);
    }

    /**
     * Sets whether the password has expired. If so, logins still succeed, but the session has no profile.
     *
     * @param passwordExpired whether the password has expired
     * @return the changed copy
     */
    public FakeUser withPasswordExpired(boolean passwordExpired) {
        return change(f -> f.passwordExpired = passwordExpired);
    }

    /**
     * Sets the entity that is active after a login, provided that the active profile includes it.
     *
     * @param defaultEntity the id of the entity
     * @return the changed copy
     */
    public FakeUser withDefaultEntity(int defaultEntity) {
        return change(f -> f.defaultEntity = defaultEntity);
    }

    /**
     * Sets the picture.
     *
     * @param picture the content of an image file, null for none
     * @return the changed copy
     */
    public FakeUser withPicture(byte @Nullable [] picture) {
        byte[] copy = picture == null ? null : picture.clone();
        return change(f -> f.picture = copy);
    }

    /**
     * Adds a profile on an entity. The first profile is active after a login.
     *
     * @param profile the profile
     * @param entity the id of the entity
     * @param recursive whether the grant includes descendant entities
     * @return the changed copy
     */
    public FakeUser withProfile(FakeProfile profile, int entity, boolean recursive) {
        List<ProfileGrant> grants = new ArrayList<>(fields.grants);
        grants.add(new ProfileGrant(profile, entity, recursive));
        return change(f -> f.grants = List.copyOf(grants));
    }

    /**
     * Removes all profiles; an account without profiles cannot log in.
     *
     * @return the changed copy
     */
    public FakeUser withoutProfiles() {
        return change(f -> f.grants = List.of());
    }

    /** {@return the id, 0 before the account is added} */
    public int id() {
        return fields.id;
    }

    /** {@return the login} */
    public String login() {
        return fields.login;
    }

    /** {@return the password, null if none} */
    public @Nullable String password() {
        return fields.password;
    }

    /** {@return the API token, null if none} */
    public @Nullable String apiToken() {
        return fields.apiToken;
    }

    /** {@return the family name, null if none} */
    public @Nullable String realName() {
        return fields.realName;
    }

    /** {@return the first name, null if none} */
    public @Nullable String firstName() {
        return fields.firstName;
    }

    /** {@return the email address, null if none} */
    public @Nullable String email() {
        return fields.email;
    }

    /** {@return the language, such as {@code en_GB}} */
    public String language() {
        return fields.language;
    }

    /** {@return the account's page size, null for the server's default} */
    public @Nullable Integer listLimit() {
        return fields.listLimit;
    }

    /** {@return whether the account is active, regardless of its validity period} */
    public boolean isActive() {
        return fields.active;
    }

    /**
     * Checks whether the account can be used at a given time.
     *
     * @param now the time
     * @return whether the account is active and the time is within its validity period
     */
    public boolean isUsable(Instant now) {
        Instant begin = fields.beginDate;
        Instant end = fields.endDate;
        return fields.active && (begin == null || begin.isBefore(now)) && (end == null || end.isAfter(now));
    }

    /** {@return whether the password has expired} */
    public boolean passwordExpired() {
        return fields.passwordExpired;
    }

    /** {@return the id of the entity that is active after a login} */
    public int defaultEntity() {
        return fields.defaultEntity;
    }

    /** {@return the content of the picture's file, null if none; a copy} */
    public byte @Nullable [] picture() {
        return fields.picture == null ? null : fields.picture.clone();
    }

    /** {@return the profiles with their entities, in the order in which they were added} */
    public List<ProfileGrant> profiles() {
        return fields.grants;
    }

    @Override
    public String toString() {
        return "FakeUser[" + fields.id + ", " + fields.login + ", password=" + mask(fields.password) + ", apiToken="
                + mask(fields.apiToken) + ", profiles=" + fields.grants + "]";
    }

    private static String mask(@Nullable String secret) {
        return secret == null ? "none" : "***";
    }

    private FakeUser change(Consumer<Fields> change) {
        Fields copy = new Fields(fields);
        change.accept(copy);
        return new FakeUser(copy);
    }

    private static final class Fields {
        int id;
        String login;

        @Nullable String password;

        @Nullable String apiToken;

        @Nullable String realName;

        @Nullable String firstName;

        @Nullable String email;

        String language = "en_GB";

        @Nullable Integer listLimit;

        boolean active = true;

        @Nullable Instant beginDate;

        @Nullable Instant endDate;

        byte @Nullable [] picture;

        boolean passwordExpired;
        int defaultEntity;
        List<ProfileGrant> grants = List.of();

        Fields(String login) {
            this.login = login;
        }

        Fields(Fields other) {
            id = other.id;
            login = other.login;
            password = other.password;
            apiToken = other.apiToken;
            realName = other.realName;
            firstName = other.firstName;
            email = other.email;
            language = other.language;
            listLimit = other.listLimit;
            active = other.active;
            beginDate = other.beginDate;
            endDate = other.endDate;
            picture = other.picture;
            passwordExpired = other.passwordExpired;
            defaultEntity = other.defaultEntity;
            grants = other.grants;
        }
    }
}
