package org.example.assets;

/** What the resource returns of a computer. */
public record Computer(long id, String name) {}
