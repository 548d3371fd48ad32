package io.github.glpi4j.session;

/**
 * The bits that all of GLPI's rights have in common (inc/define.php), for {@link ActiveProfile#hasRight}. Some rights
 * have further bits, and some use these for something else: {@link #READ} of {@code ticket} means the user's own
 * tickets.
 */
public final class Rights {

    /** View items. */
    public static final long READ = 1;

    /** Change items. */
    public static final long UPDATE = 2;

    /** Create items. */
    public static final long CREATE = 4;

    /** Move items to the trash. */
    public static final long DELETE = 8;

    /** Delete items permanently. */
    public static final long PURGE = 16;

    /** View the notes of items. */
    public static final long READ_NOTES = 32;

    /** Change the notes of items. */
    public static final long UPDATE_NOTES = 64;

    /** Unlock items that another user edits. */
    public static final long UNLOCK = 128;

    private Rights() {}
}
