package io.github.glpi4j.cli.output;

import io.github.glpi4j.cli.option.UsageException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line. Unlike picocli it repeats no argument that it does not know: somebody may
 * have tried to pass a secret there, and messages end up in logs.
 */
final class UsageErrors {

    private static final Pattern COMMAND = Pattern.compile("[a-z-]{1,20}");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]{1,20}");

    private static final String NO_SECRETS = "Secrets are never arguments, which other users of the machine can see:"
            + " set GLPI_USER_TOKEN, GLPI_PASSWORD, GLPI_APP_TOKEN or GLPI_SESSION_TOKEN, or use --password-stdin";

    private UsageErrors() {}

    static UsageException explain(ParameterException misuse) {
        UsageException explained = misuse instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : new UsageException(problem(misuse), help(misuse.getCommandLine()));
        explained.setStackTrace(misuse.getStackTrace());
        return explained;
    }

    private static String problem(ParameterException misuse) {
        if (misuse.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
            return "option '" + option.longestName() + "' is given once and takes no value";
        }
        if (misuse.getArgSpec() instanceof PositionalParamSpec parameter) {
            // Most likely what somebody wanted to give to an option that there is not.
            return "what is given as " + parameter.paramLabel() + " cannot be one, and is not shown here";
        }
        return String.valueOf(misuse.getMessage());
    }

    private static UsageException unmatched(UnmatchedArgumentException misuse) {
        List<String> unmatched = misuse.getUnmatched();
        String first = unmatched.isEmpty() ? "" : unmatched.get(0);
        String option = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
        boolean hasCommands = !misuse.getCommandLine().getSubcommands().isEmpty();
        if (OPTION.matcher(option).matches()) {
            boolean secret = option.contains("password") || option.contains("token") || option.contains("secret");
            return new UsageException(
                    "unknown option '" + option + "'",
                    secret ? NO_SECRETS : suggestion(misuse) + help(misuse.getCommandLine()));
        }
        if (hasCommands && COMMAND.matcher(first).matches()) {
            return new UsageException(
                    "unknown command '" + first + "'", suggestion(misuse) + help(misuse.getCommandLine()));
        }
        return new UsageException("an argument that is not known, not shown here", help(misuse.getCommandLine()));
    }

    /** Picocli's suggestions are names of commands and options, never what was typed. */
    private static String suggestion(UnmatchedArgumentException misuse) {
        List<String> names = misuse.getSuggestions();
        return names.isEmpty() ? "" : "Did you mean " + String.join(" or ", names) + "? ";
    }

    /** {@code glpi help} knows no commands of commands. */
    private static String help(CommandLine command) {
        CommandLine parent = command.getParent();
        if (parent == null) {
            return "See: glpi help";
        }
        return parent.getParent() == null
                ? "See: glpi help " + command.getCommandName()
                : "See: " + command.getCommandSpec().qualifiedName() + " --help";
    }
}
