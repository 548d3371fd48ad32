package org.example.labels;

/** What a label needs. */
record Computer(long id, String name) {}
