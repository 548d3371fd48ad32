package io.github.glpi4j.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account of GLPI. Immutable; every {@code with} method gives a changed copy.
 *
 * <pre>{@code
 * FakeUser sync = FakeUser.of("sync")
 *         .withApiToken("synctoken")
 *         .withProfile(FakeProfile.technician(), 0, true);
 * }</pre>
 */
public final class FakeUser {
    /** Never changed once it is in an account. */
    private final Fields fields;

    private FakeUser(Fields fields) {
        this.fields = fields;
    }

    /**
     * An active account without password, token and profile; it cannot log in before it has some of them.
     *
     * @param login its login
     * @return the account
     */
    public static FakeUser of(String login) {
        return new FakeUser(new Fields(Objects.requireNonNull(login, "login")));
    }

    /**
     * Sets the id; an account without one gets the next free id when it is added.
     *
     * @param id above 0
     * @return the changed copy
     */
    public FakeUser withId(int id) {
        return change(f -> f.id = id);
    }

    /**
     * Sets the password.
     *
     * @param password null for an account that has none
     * @return the changed copy
     */
    public FakeUser withPassword(@Nullable String password) {
        return change(f -> f.password = password);
    }

    /**
     * Sets the API token ("remote access key"), which clients send as user token.
     *
     * @param apiToken null for an account that has none
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
     * Sets the mail address.
     *
     * @param email null for none
     * @return the changed copy
     */
    public FakeUser withEmail(@Nullable String email) {
        return change(f -> f.email = email);
    }

    /**
     * Sets the language.
     *
     * @param language as GLPI writes it, such as {@code en_GB}
     * @return the changed copy
     */
    public FakeUser withLanguage(String language) {
        return change(f -> f.language = Objects.requireNonNull(language, "language"));
    }

    /**
     * Sets the account's own page size.
     *
     * @param listLimit rows on a page, null for the server's default
     * @return the changed copy
     */
    public FakeUser withListLimit(@Nullable Integer listLimit) {
        return change(f -> f.listLimit = listLimit);
    }

    /**
     * Switches the account on or off; one that is off cannot log in.
     *
     * @param active whether it is on
     * @return the changed copy
     */
    public FakeUser withActive(boolean active) {
        return change(f -> f.active = active);
    }

    /**
     * Sets when the account begins to be valid.
     *
     * @param beginDate null for always
     * @return the changed copy
     */
    public FakeUser withBeginDate(@Nullable Instant beginDate) {
        return change(f -> f.beginDate = beginDate);
    }

    /**
     * Sets when the account ends to be valid.
     *
     * @param endDate null for never
     * @return the changed copy
     */
    public FakeUser withEndDate(@Nullable Instant endDate) {
        return change(f -> f.endDate = endDate);
    }

    /**
     * Lets the password expire: the login still works, but the session has no profile.
     *
     * @param passwordExpired whether it has expired
     * @return the changed copy
     */
    public FakeUser withPasswordExpired(boolean passwordExpired) {
        return change(f -> f.passwordExpired = passwordExpired);
    }

    /**
     * Sets the entity that is active after a login, if a profile allows it.
     *
     * @param defaultEntity the id of the entity
     * @return the changed copy
     */
    public FakeUser withDefaultEntity(int defaultEntity) {
        return change(f -> f.defaultEntity = defaultEntity);
    }

    /**
     * Adds a profile on an entity; the first one is active after a login.
     *
     * @param profile the profile
     * @param entity the id of the entity
     * @param recursive whether it counts for the entities below, too
     * @return the changed copy
     */
    public FakeUser withProfile(FakeProfile profile, int entity, boolean recursive) {
        List<ProfileGrant> grants = new ArrayList<>(fields.grants);
        grants.add(new ProfileGrant(profile, entity, recursive));
        return change(f -> f.grants = List.copyOf(grants));
    }

    /**
     * Takes all profiles away; such an account cannot log in.
     *
     * @return the changed copy
     */
    public FakeUser withoutProfiles() {
        return change(f -> f.grants = List.of());
    }

    /**
     * The id.
     *
     * @return 0 before the account was added
     */
    public int id() {
        return fields.id;
    }

    /**
     * The login.
     *
     * @return the login
     */
    public String login() {
        return fields.login;
    }

    /**
     * The password.
     *
     * @return null if the account has none
     */
    public @Nullable String password() {
        return fields.password;
    }

    /**
     * The API token.
     *
     * @return null if the account has none
     */
    public @Nullable String apiToken() {
        return fields.apiToken;
    }

    /**
     * The family name.
     *
     * @return null if the account has none
     */
    public @Nullable String realName() {
        return fields.realName;
    }

    /**
     * The first name.
     *
     * @return null if the account has none
     */
    public @Nullable String firstName() {
        return fields.firstName;
    }

    /**
     * The mail address.
     *
     * @return null if the account has none
     */
    public @Nullable String email() {
        return fields.email;
    }

    /**
     * The language.
     *
     * @return such as {@code en_GB}
     */
    public String language() {
        return fields.language;
    }

    /**
     * The account's own page size.
     *
     * @return null if it is the server's default
     */
    public @Nullable Integer listLimit() {
        return fields.listLimit;
    }

    /**
     * Whether the account is active, whatever its begin and end.
     *
     * @return true if it is
     */
    public boolean isActive() {
        return fields.active;
    }

    /**
     * Whether the account may be used at a moment.
     *
     * @param now the moment
     * @return true if it is active and the moment is between its begin and its end
     */
    public boolean isUsable(Instant now) {
        Instant begin = fields.beginDate;
        Instant end = fields.endDate;
        return fields.active && (begin == null || begin.isBefore(now)) && (end == null || end.isAfter(now));
    }

    /**
     * Whether the password has expired.
     *
     * @return true if it has
     */
    public boolean passwordExpired() {
        return fields.passwordExpired;
    }

    /**
     * The entity that is active after a login.
     *
     * @return its id
     */
    public int defaultEntity() {
        return fields.defaultEntity;
    }

    /**
     * The profiles with their entities.
     *
     * @return in the order they were given
     */
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
        final String login;

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
            passwordExpired = other.passwordExpired;
            defaultEntity = other.defaultEntity;
            grants = other.grants;
        }
    }
}
