package org.example.desk;

record Computer(long id, String name) {}
