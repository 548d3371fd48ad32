package org.example.desk;

/** A ticket, with GLPI's names of the fields. */
record Ticket(long id, String name, int status) {}
