package org.clpworkbench;

import org.clpworkbench.cli.WorkbenchCommand;

/// Where the program starts: arguments mean the command line, none the window.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(args.length > 0 ? WorkbenchCommand.run(args) : openWindow());
    }

    /// Opens the window; where none can be opened, says why and does the main job in the terminal.
    private static int openWindow() {
        var obstacle = DisplayCheck.ofThisMachine().obstacle();
        obstacle.ifPresent(System.err::println);
        return WorkbenchCommand.run(new String[] {"demo"});
    }
}
