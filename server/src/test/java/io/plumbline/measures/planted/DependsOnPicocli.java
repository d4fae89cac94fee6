package io.plumbline.measures.planted;

import picocli.CommandLine;

/** Breaks a rule: a library that is not there inside Spark. */
public record DependsOnPicocli(CommandLine commandLine) {}
