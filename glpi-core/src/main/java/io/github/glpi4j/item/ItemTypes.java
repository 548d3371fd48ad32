package io.github.glpi4j.item;

/**
 * The names of common itemtypes. Any other name works as well, such as those of plugins and custom assets: {@code
 * PluginFieldsContainer}, {@code Glpi\CustomAsset\LaptopAsset}.
 */
public final class ItemTypes {

    /** A computer. */
    public static final String COMPUTER = "Computer";

    /** A monitor. */
    public static final String MONITOR = "Monitor";

    /** A network device. */
    public static final String NETWORK_EQUIPMENT = "NetworkEquipment";

    /** A peripheral device. */
    public static final String PERIPHERAL = "Peripheral";

    /** A phone. */
    public static final String PHONE = "Phone";

    /** A printer. */
    public static final String PRINTER = "Printer";

    /** A software, without its versions. */
    public static final String SOFTWARE = "Software";

    /** A license of a software. */
    public static final String SOFTWARE_LICENSE = "SoftwareLicense";

    /** A ticket. */
    public static final String TICKET = "Ticket";

    /** A problem. */
    public static final String PROBLEM = "Problem";

    /** A change. */
    public static final String CHANGE = "Change";

    /** A follow-up of a ticket, problem or change. */
    public static final String FOLLOWUP = "ITILFollowup";

    /** A solution of a ticket, problem or change. */
    public static final String SOLUTION = "ITILSolution";

    /** A category of tickets, problems and changes. */
    public static final String ITIL_CATEGORY = "ITILCategory";

    /** A task of a ticket. */
    public static final String TICKET_TASK = "TicketTask";

    /** An entity. */
    public static final String ENTITY = "Entity";

    /** A user. */
    public static final String USER = "User";

    /** A group of users. */
    public static final String GROUP = "Group";

    /** A profile. */
    public static final String PROFILE = "Profile";

    /** A location. */
    public static final String LOCATION = "Location";

    /** A state, such as "in use". */
    public static final String STATE = "State";

    /** A manufacturer. */
    public static final String MANUFACTURER = "Manufacturer";

    /** A supplier. */
    public static final String SUPPLIER = "Supplier";

    /** A contract. */
    public static final String CONTRACT = "Contract";

    /** A document; its file is read and written with {@link io.github.glpi4j.document.Documents}. */
    public static final String DOCUMENT = "Document";

    private ItemTypes() {}
}
