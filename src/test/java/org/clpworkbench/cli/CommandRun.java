package org.clpworkbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/// A command that was run in this process, and what it said.
///
/// @param out all of standard output
/// @param err all of standard error
record CommandRun(int status, String out, String err) {
    static CommandRun of(Object... arguments) {
        return of(Interruption.none(), arguments);
    }

    static CommandRun of(Interruption interruption, Object... arguments) {
        var args = new String[arguments.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = arguments[i].toString();
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                WorkbenchCommand.run(
                        new PrintWriter(out), new PrintWriter(err), interruption, args);
        return new CommandRun(status, out.toString(), err.toString());
    }

    /// Standard output as the one JSON document that it must be.
    JsonNode json() throws IOException {
        try (var parser = new JsonMapper().createParser(out)) {
            JsonNode document = parser.readValueAsTree();
            if (parser.nextToken() != null) {
                throw new IOException("more than one document: " + out);
            }
            return document;
        }
    }
}
